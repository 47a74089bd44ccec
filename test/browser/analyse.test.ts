import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[SCR-70] questions of the analysis', () => {
  test('why: the goal against its plan, every factor in a table that adds up, another comparison in the address', async () => {
    const { page } = await rashin.visit('/analysis/why');
    const main = page.getByRole('main');
    expect(await main.innerText()).toMatch(/年間新規契約売上は[\s\S]*−747万円/);
    await page.getByRole('img', { name: /年間新規契約売上は/ }).waitFor();
    const factors = page.getByRole('region', { name: '要因', exact: true });
    await factors.getByRole('button', { name: '表をコピー（Excelに貼り付け可）' }).click();
    await page.getByRole('status').getByText('コピー').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [head = [], ...rows] = copied
      .trimEnd()
      .split(/\r?\n/)
      .map(line => line.split('\t'));
    const share = head.indexOf('差異への影響');
    const sum = rows.reduce((total, cells) => total + Number(cells[share]), 0);
    expect(rows.length).toBeGreaterThan(5);
    expect(Math.round(sum / 10_000)).toBe(-747);
    await page.getByLabel('比べる相手').selectOption('last-year');
    await expect.poll(() => new URL(page.url()).searchParams.get('against')).toBe('last-year');
    await page.getByRole('img', { name: /2025年4月1日/ }).waitFor();
  });

  test('why: the answer becomes the cause in the comment of the KPI', async () => {
    const { page } = await rashin.visit('/analysis/why?node=meetings');
    await page.getByRole('button', { name: '要因としてコメントに書く' }).click();
    const dialog = page.getByRole('dialog');
    const cause = dialog.getByLabel('要因', { exact: true });
    expect(await cause.inputValue()).toContain('商談数は');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { page: other } = await rashin.visit('/progress/kpi/meetings');
    expect(await other.getByRole('article').filter({ hasText: '2026年11月' }).innerText()).toContain('商談数は');
  });

  test('why stands on the dashboard and on the page of a KPI, and leads to the whole answer', async () => {
    const { page, go } = await rashin.visit('/progress');
    await page.getByRole('region', { name: '計画差異の内訳' }).getByRole('img').waitFor();
    await go('/progress/kpi/won-deals');
    await page.getByRole('region', { name: '計画差異の内訳' }).getByRole('link', { name: '要因を詳しく見る' }).click();
    await page.getByRole('heading', { level: 1, name: 'なぜ変わった？' }).waitFor();
    expect(new URL(page.url()).searchParams.get('node')).toBe('won-deals');
  });

  test('landing: value, range, chance, warnings, and what sales expect', async () => {
    const { page } = await rashin.visit('/analysis/landing');
    const text = await page.getByRole('main').innerText();
    for (const words of ['80%の幅', '届く確率', '着地を最も左右する指標', '早めの注意', 'ヨミ着地', '予測の根拠'])
      expect(text).toContain(words);
    expect(await page.getByRole('region', { name: '月別の見込み' }).getByRole('row').count()).toBe(13);
  });

  test('drivers: what goes with the goal, how strongly, on how many values, and what that cannot tell', async () => {
    const { page, go } = await rashin.visit('/analysis/drivers');
    expect(await page.getByRole('region', { name: '答え' }).innerText()).toContain('より先に動くKPIは');
    const table = page.getByRole('region', { name: 'KPIごとの関連' });
    expect(await table.getByRole('row', { name: /受注件数/ }).innerText()).toMatch(/同時に動く[\s\S]*0\.9/);
    expect(await page.getByRole('region', { name: 'この結果から言えないこと' }).innerText()).toContain(
      '関連は原因ではありません',
    );
    await go('/analysis/drivers?goal=won-deals&grain=month');
    await expect.poll(() => page.getByLabel('比べる単位').inputValue()).toBe('month');
  });

  test('[EXP-17] why: the landing against the plan, over months that are over and months ahead, is the landing shown elsewhere', async () => {
    const { page } = await rashin.visit('/analysis/landing');
    const answer = page.getByRole('region', { name: '答え' });
    const landing = /の着地見込は([0-9.,]+億円)/.exec(await answer.innerText())?.[1] ?? 'none';
    const { page: why } = await rashin.visit('/analysis/why');
    await why.getByLabel('見るもの').selectOption('forecast');
    await why.getByRole('img', { name: /年間新規契約売上の着地見込は/ }).waitFor();
    expect(await why.getByRole('region', { name: '答え' }).innerText()).toContain(landing);
  });

  test('[EVI-01] [BAS-01] the page of a KPI says what its target rests on, which months were left out, and is worked out anew', async () => {
    const { page } = await rashin.visit('/progress/kpi/leads');
    const evidence = page.getByRole('region', { name: '目標の根拠' });
    const text = await evidence.innerText();
    for (const words of ['低すぎる', '現在の水準', '過去最高', '除いた月：', '十分（12か月以上）', '見込める水準'])
      expect(text).toContain(words);
    await evidence.getByText('基準値の出し方').click();
    await evidence.getByLabel('見る期間').selectOption('3');
    await expect.poll(() => evidence.innerText()).toContain('基準値は出せません');
    await evidence.getByLabel('除く月').selectOption('none');
    await expect.poll(() => evidence.innerText()).toContain('最低限（3〜11か月）');
  });

  test('what if: a driver moved by the keyboard is worked out at once, kept in the address, saved and loaded', async () => {
    const { page } = await rashin.visit('/analysis/what-if');
    const answer = page.getByRole('region', { name: '答え' });
    const slider = page.getByRole('slider', { name: 'リード数の変化率' });
    await slider.focus();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => answer.innerText()).toMatch(/リード数を[\s\S]*になります/);
    await expect.poll(() => new URL(page.url()).searchParams.get('try')).toBe('leads*0.05');
    const said = await answer.locator('p').first().innerText();
    await answer.getByRole('button', { name: '名前を付けて保存' }).click();
    await page.getByRole('dialog').getByLabel('名前').fill('広告を増やす');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('columnheader', { name: '広告を増やす' }).waitFor();
    await page.getByRole('button', { name: 'すべて元に戻す' }).click();
    await expect.poll(() => answer.innerText()).toContain('出発点のままだと');
    await page.getByRole('button', { name: '「広告を増やす」を読み込む' }).click();
    await expect.poll(() => answer.locator('p').first().innerText()).toBe(said);
  });

  test('what if: what is tried goes into the draft of whoever acts', async () => {
    const { page } = await rashin.visit('/analysis/what-if?try=leads*0.1');
    await page.getByRole('button', { name: '計画の下書きに反映' }).click();
    await page.getByRole('status').getByText('下書きに反映しました').waitFor();
    await page.waitForURL(/\/plan/);
  });

  test('priorities: a mark tells why, is set by hand, and taken back', async () => {
    const { page } = await rashin.visit('/analysis/priorities');
    expect(await page.getByRole('region', { name: '答え' }).innerText()).toContain('まず力を入れたいのは');
    const mark = () => page.getByRole('button', { name: /^リード数：動かしやすさ/ });
    const before = await mark().getAttribute('aria-label');
    await mark().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('責任者は田中 美咲です');
    await dialog.getByRole('radio', { name: '1' }).check({ force: true });
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: 'リード数：動かしやすさ 1点（理由と変更）' }).click();
    expect(await dialog.innerText()).toContain('田中 美咲が変更');
    await dialog.getByRole('button', { name: '計算の点数に戻す' }).click();
    await expect.poll(() => mark().getAttribute('aria-label')).toBe(before);
  });
});
