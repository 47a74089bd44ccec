import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[PLN-77] a goal that falls short is made to reach', () => {
  test('the smallest combination is offered, changes with its conditions, and is taken back in one step', async () => {
    const { page } = await rashin.visit('/plan?node=win-rate', { member: 'sales/sato' });
    const target = page.getByLabel('目標', { exact: true });
    await expect.poll(() => target.inputValue(), { timeout: 60_000 }).toBe('25%');
    await target.fill('20%');
    await target.press('Enter');
    const bar = page.getByRole('region', { name: '計画の検算' });
    await bar.getByText('6つの目標を少しずつ上げる').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'ほかの見直し案' }).click();
    const dialog = page.getByRole('dialog', { name: /^見直し案/ });
    await dialog.getByText('6つの目標を少しずつ上げる').waitFor();
    await dialog.getByRole('checkbox', { name: 'リード数を変えてよい' }).uncheck();
    await dialog.getByText('5つの目標を少しずつ上げる').waitFor({ timeout: 60_000 });
    for (const name of ['成約率', '平均契約金額', '商談設定率', 'SQL率', 'MQL率']) {
      const now = { 成約率: '20%', 平均契約金額: '500万円', 商談設定率: '80%', SQL率: '50%', MQL率: '30%' }[name] ?? '';
      await dialog.getByRole('textbox', { name: `${name}の上限または下限` }).fill(now);
    }
    await dialog.getByText(/^この条件では届きません/).waitFor({ timeout: 60_000 });
    expect(await dialog.innerText()).toContain('ここで指定した限界');
    await dialog.getByRole('checkbox', { name: 'リード数を変えてよい' }).check();
    await dialog.getByRole('button', { name: 'この案を下書きに反映' }).first().click({ timeout: 60_000 });
    await bar.getByText(/^\W?届く$/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '元に戻す' }).click();
    await bar.getByText(/^\W?不足$/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'やり直す' }).click();
    await bar.getByText(/^\W?届く$/).waitFor({ timeout: 60_000 });
  });

  test('what the verdict rests on is shown node by node', async () => {
    const { page } = await rashin.visit('/plan', { member: 'sales/suzuki' });
    await page.getByText('計算の根拠と余裕').click({ timeout: 60_000 });
    const table = page.getByRole('group', { name: '計算の根拠と余裕' });
    await table.getByRole('rowheader', { name: '商談数' }).waitFor();
    expect(await table.innerText()).toMatch(/年間新規契約売上[\s\S]*3\.00億円[\s\S]*リード数[\s\S]*2,400件/);
  });
});

describe('[PLN-78] the plan by month', () => {
  test('cells are typed and pasted; months that are over stay as they are', async () => {
    const { page } = await rashin.visit('/plan/schedule');
    const grid = page.getByRole('grid', { name: '月別の目標と予算' });
    const cells = grid.getByRole('row', { name: /^リード数 \d/ }).getByRole('gridcell');
    await expect.poll(() => cells.count(), { timeout: 60_000 }).toBe(14);
    await cells.nth(8).click();
    await page.keyboard.type('230');
    await page.keyboard.press('Enter');
    await expect.poll(() => cells.nth(8).innerText()).toBe('230件');
    await page.evaluate(() => navigator.clipboard.writeText('1\t2\t3\r\n'));
    await cells.nth(6).click();
    await page.keyboard.press('Control+V');
    await page.getByText('終了・締め済みの月の1個は変えていません').waitFor();
    await expect.poll(() => cells.nth(8).innerText()).toBe('3件');
    expect(await cells.nth(6).innerText()).toBe('220件');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => cells.nth(8).innerText()).toBe('230件');
    await cells.nth(8).click();
    await cells.nth(10).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+C');
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe('230\t190\t200');
  });

  test('it says when what is created arrives, and plans backwards into the draft', async () => {
    const { page } = await rashin.visit('/plan/schedule', { member: 'sales/suzuki' });
    const arrivals = page.getByRole('region', { name: 'いつ成果になるか' });
    await arrivals.getByText('2026年11月のリード数200件は、年間新規契約売上になります').waitFor({ timeout: 60_000 });
    expect(await arrivals.innerText()).toContain('2027年2月');
    const grid = page.getByRole('grid', { name: '月別の目標と予算' });
    expect(await grid.getByRole('row', { name: /^届く見込み/ }).innerText()).toContain('実績');
    await page.getByRole('button', { name: '逆算する' }).click();
    const dialog = page.getByRole('dialog', { name: '目標から逆算する' });
    await dialog.getByRole('button', { name: '下書きに入れる' }).first().click({ timeout: 60_000 });
    await page.getByText(/か所を変更中/).waitFor();
    const april = grid
      .getByRole('row', { name: /^リード数/ })
      .getByRole('gridcell')
      .first();
    expect(await april.innerText()).toBe('190件');
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByText('公開中の版と同じ内容に戻りました').waitFor();
  });

  test('on a phone it is a list of one month, without sideways scrolling', async () => {
    const { page } = await rashin.visit('/plan/schedule', { width: 375, member: 'sales/suzuki' });
    const field = page.getByLabel('リード数', { exact: true });
    await expect.poll(() => field.inputValue(), { timeout: 60_000 }).toBe('200');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});

describe('[PLN-79] the plan by week', () => {
  test('a changed week makes its month the sum of its weeks; what is learned of a delay goes into the draft', async () => {
    const { page } = await rashin.visit('/plan/schedule', { member: 'marketing/tanaka' });
    await page.getByText('週次', { exact: true }).click({ timeout: 60_000 });
    const weeks = page.getByRole('grid', { name: '週別の目標' });
    const leads = weeks.getByRole('row', { name: /^リード数 \d/ }).getByRole('gridcell');
    await expect.poll(() => leads.count(), { timeout: 60_000 }).toBe(55);
    const column = await weeks
      .getByRole('columnheader')
      .allInnerTexts()
      .then(all => all.indexOf('12/7〜') - 1);
    await leads.nth(column).click();
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await expect.poll(() => leads.nth(column).innerText(), { timeout: 60_000 }).toBe('100件');
    await page.getByText('月次', { exact: true }).click();
    const months = page.getByRole('grid', { name: '月別の目標と予算' });
    const december = months
      .getByRole('row', { name: /^リード数/ })
      .getByRole('gridcell')
      .nth(8);
    await expect
      .poll(() => december.innerText().then(text => Number.parseInt(text, 10)), { timeout: 60_000 })
      .toBeGreaterThan(230);
    const delays = page.getByRole('region', { name: '結果が出るまでの遅れ' });
    await delays.getByText(/^CRMのステージ履歴では、半数が\d+日以内/).waitFor({ timeout: 60_000 });
    await delays.getByRole('button', { name: 'この遅れを計画に入れる' }).click();
    await delays.getByText('データから求めた遅れ').waitFor({ timeout: 60_000 });
    await delays.getByText(/^平均\d+日$/).waitFor();
  });
});
