import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

const WORDS = {
  ja: {
    choose: 'ファイルを選ぶ',
    once: /送料\s+送料\s+金額（JPY）・受注番号ごとに1回/,
    commit: '4行を取り込む',
    measurable: 'このデータから測れる指標',
    measure: '選んだ指標を測る',
    added: '指標を加えました',
    known: '楽天市場 RMS',
    explored: 'Googleアナリティクス4',
    unknown: '知らない形式',
    roles: '列の役割を決める',
    store: '保存して確認',
    own: '登録した読み方',
    weather: '「天気」の役割',
    off: '使わない',
    columns: '3 / 4列を取り込みます',
    download: 'ダウンロード',
    read: 'ファイルから読み込む',
  },
  en: {
    choose: 'Choose files',
    once: /Shipping\s+Money \(JPY\), once per 受注番号/,
    commit: 'Import 4 rows',
    measurable: 'What these data can measure',
    measure: 'Measure the chosen ones',
    added: 'Added',
    known: 'Rakuten RMS',
    explored: 'Google Analytics 4',
    unknown: 'unknown format',
    roles: 'Say what the columns are',
    store: 'Store and read again',
    own: 'own mapping',
    weather: 'Role of 天気',
    off: 'Not used',
    columns: '3 of 4 columns are imported',
    download: 'Download',
    read: 'Read a file',
  },
} as const;

const ORDERS = `受注番号,受注日時,商品コード,商品名,個数,単価,送料,受注ステータス
A-1,2026/06/01 10:00:00,S-01,①羅針盤 髙級,1,"1,980",550,発送済み
A-1,2026/06/01 10:00:00,S-02,﨑の地図,2,"550円",550,発送済み
A-2,2026/06/02 11:30:00,S-02,﨑の地図,2,￥550,550,キャンセル
A-3,2026/06/03 09:15:00,S-03,方位磁石,1,"１，１００",0,入金待ち
`;
const EXPLORATION = `# -----
# みほん探索
# 自由形式-自由形式 1
# 20261001-20261031
# -----

ページパス + クエリ文字列,表示回数
,54334,総計
/a?x=1,54000
/b,334
`;
const MALL = `日付,デバイス,売上金額,売上件数,アクセス人数,転換率,客単価
2026/07/01,すべて,"300,000",40,"1,000",4.00%,"7,500"
2026/07/01,PC,"100,000",10,300,3.33%,"10,000"
2026/07/01,スマートフォン,"200,000",30,720,4.17%,"6,667"
`;
const UNKNOWN = `来店日,店舗,天気,来客
2026/10/01,渋谷,晴,120
2026/10/02,渋谷,雨,80
合計,,,200
`;

describe('[ING-10] [ING-50] [ING-62] files as they come out of tools, on the screen', () => {
  test.each(['ja', 'en'] as const)(
    'orders in Shift_JIS, an exploration, a mall and a file of no known source (%s)',
    async lang => {
      const words = WORDS[lang];
      const { page, go } = await rashin.visit('/data/import', { member: 'marketing/ito', lang });
      const main = page.getByRole('main');
      const send = async (name: string, buffer: Buffer) => {
        await go('/data/import');
        const chosen = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: words.choose }).click();
        await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer });
        await main.locator('dl').first().waitFor();
        return (await main.innerText()).replaceAll('\t', ' ');
      };

      const exploration = await send('export.csv', Buffer.from(EXPLORATION));
      expect(exploration).toContain(words.explored);
      expect(exploration).toContain('54,334');

      const mall = await send('report.csv', sjis(MALL));
      expect(mall).toContain(words.known);
      expect(mall).toContain('300,000');

      const orders = await send(`orders-${lang}.csv`, sjis(lang === 'ja' ? ORDERS : ORDERS.replaceAll('2026/06', '2026/05')));
      expect(orders).toMatch(words.once);
      expect(orders).toContain('1,100');
      await page.getByRole('button', { name: words.commit }).click();
      await main.getByRole('heading', { name: words.measurable }).waitFor();
      if (lang === 'ja') {
        await page.getByRole('button', { name: words.measure }).click();
        await page.getByRole('status').getByText(words.added).waitFor();
        await expect.poll(() => page.getByRole('button', { name: words.measure }).count()).toBe(0);
      }

      const file = `visits-${lang}.csv`;
      const unknown = await send(file, sjis(lang === 'ja' ? UNKNOWN : UNKNOWN.replace('来客', '客数')));
      expect(unknown).toContain(words.unknown);
      await page.getByRole('button', { name: words.roles }).click();
      await page.getByRole('combobox', { name: words.weather }).selectOption({ label: words.off });
      await page.getByRole('button', { name: words.store }).click();
      await main.getByText(words.own).waitFor();
      expect(await main.innerText()).toContain(words.columns);

      await go(`/data/definitions?mapping=visits-${lang}`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words.download }).click();
      const saved = await (await download).path();
      const text = page.getByRole('textbox').first();
      const stored = await text.inputValue();
      await text.fill('');
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: words.read }).click();
      await (await chosen).setFiles(saved);
      await expect.poll(() => text.inputValue()).toBe(stored);
    },
  );
});

function sjis(text: string): Buffer {
  return Buffer.from(Encoding.convert(Encoding.stringToCode(text.replaceAll('\n', '\r\n')), { from: 'UNICODE', to: 'SJIS' }));
}
