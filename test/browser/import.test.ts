import { readFileSync } from 'node:fs';
import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

/** All kept files are read from their beginning to their end. */
const PATIENT = { timeout: 90_000 };

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
    compared: '置き換わる行との比較',
    lines: 'CSVでダウンロード',
    byLine: '行ごとに見る',
    two: '2行を取り込む',
    more: '+10,000円',
    see: 'この取り込みを見る',
    undo: '取り込みを取り消す',
    undoIt: '取り消す',
    undone: '取り消し済み',
    already: '同じファイルが取り込み済みです',
    imported: '取り込みました',
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
    compared: 'Compared with the rows they replace',
    lines: 'Download as CSV',
    byLine: 'Line by line',
    two: 'Import 2 rows',
    more: '+¥10,000',
    see: 'See this import',
    undo: 'Undo this import',
    undoIt: 'Undo',
    undone: 'Undone',
    already: 'This very file has been imported already',
    imported: 'Imported',
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

  test.each(['ja', 'en'] as const)(
    'a corrected report: what it changes, undo, and the lines left out as a file (%s)',
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
      const july = lang === 'ja' ? MALL : MALL.replaceAll('2026/07', '2026/08');
      const mall = await send('report.csv', sjis(july));
      expect(mall).toContain(words.known);
      expect(mall).toContain('300,000');
      await page.getByText(words.byLine).click();
      const lines = page.waitForEvent('download');
      await page.getByRole('button', { name: words.lines }).click();
      expect(readFileSync(await (await lines).path(), 'utf8')).toContain('すべて');
      await page.getByRole('button', { name: words.two }).click();
      await main.getByRole('heading', { name: words.imported }).waitFor();
      const corrected = july.replace('"100,000"', '"110,000"').replace('"300,000"', '"310,000"');
      expect(await send('report.csv', sjis(corrected))).toContain(words.compared);
      await main.getByRole('group', { name: words.compared }).getByText(words.more).waitFor();
      await page.getByRole('button', { name: words.two }).click();
      await main.getByRole('heading', { name: words.imported }).waitFor();
      await main.getByRole('link', { name: words.see }).click();
      await page.getByRole('button', { name: words.undo }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.undoIt }).click();
      await main.getByText(words.undone).first().waitFor();
      expect(await send('report.csv', sjis(july))).toContain(words.already);
    },
    240_000,
  );
});

describe('[PPL-01] [QUA-30] people and audits, on the screen', () => {
  test('a person is found first and erased after a second question; the look is recorded', async () => {
    const { page, go } = await rashin.visit('/data/import', { member: 'marketing/ito' });
    const main = page.getByRole('main');
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    const file = '来店日,会員メール,来客\n2026/10/01,hana@example.jp,1\n2026/10/02,jiro@example.jp,2\n';
    await (await chosen).setFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await page.getByRole('button', { name: '2行を取り込む' }).click();
    await main.getByRole('heading', { name: '取り込みました' }).waitFor();

    await go('/data/people');
    const who = page.getByRole('textbox', { name: 'メールアドレス・電話番号・ID' });
    await who.fill('HANA@example.jp');
    await page.getByRole('button', { name: '該当する行を探す' }).click();
    await main.getByText('1行が該当します').waitFor(PATIENT);
    await main.getByText('ここでは消えないもの').waitFor();
    await main.getByRole('button', { name: '消去する' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '消去する' }).click();
    await main.getByText('1行を消去しました').waitFor(PATIENT);
    await main.getByText('人を消去').waitFor();
    await who.fill('hana@example.jp');
    await page.getByRole('button', { name: '該当する行を探す' }).click();
    await main.getByText('該当する行はありません').waitFor(PATIENT);
  }, 400_000);

  test('what would go is shown before the time data are kept is changed', async () => {
    const { page } = await rashin.visit('/data/people', { member: 'marketing/ito', lang: 'en' });
    await page.getByRole('combobox', { name: 'All data' }).selectOption({ label: '12 months' });
    await page.getByRole('button', { name: 'See what would go' }).click();
    await page.getByRole('dialog').getByText('before 1 Nov 2025').first().waitFor(PATIENT);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('an audit holds values against the source and raises the checklist', async () => {
    const { page, go } = await rashin.visit('/data/audits', { member: 'marketing/ito' });
    const main = page.getByRole('main');
    await main.getByRole('button', { name: '「契約一覧」の監査' }).click();
    const dialog = page.getByRole('dialog');
    const first = dialog.getByRole('row').nth(1);
    const ours = (await first.getByRole('cell').nth(1).innerText()).replace(/[^\d.]/g, '');
    await first.getByRole('textbox').fill(ours);
    await first.getByText('一致').waitFor();
    await dialog.getByRole('button', { name: '記録する' }).click();
    await main.getByText('1 / 1件が一致').waitFor();
    await go('/data/quality');
    await main.getByText('監査が期限内に行われている').waitFor();
  });
});

function sjis(text: string): Buffer {
  return Buffer.from(Encoding.convert(Encoding.stringToCode(text.replaceAll('\n', '\r\n')), { from: 'UNICODE', to: 'SJIS' }));
}
