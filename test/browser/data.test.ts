import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

const FILE =
  '日付,媒体,表示回数,クリック数,費用（税抜）\n2026-11-21,Google広告,9000,420,61250\n2026-11-21,Meta広告,5200,110,14300\n';

describe('[SCR-68] a file from preview to undo', () => {
  test('[MEA-07] what is in it is shown before anything is stored, then it is imported, listed, and taken back', async () => {
    const { page, go } = await rashin.visit('/data/import', { member: 'marketing/ito' });
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await (await chosen).setFiles({ name: '広告費_11月21日.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    const main = page.getByRole('main');
    const commit = page.getByRole('button', { name: '2行を取り込む' });
    await commit.waitFor();
    expect(await main.innerText()).toMatch(/広告費（媒体別・日別）[\s\S]*75,550/);
    const batches = async () => (await (await fetch(new URL('/api/batches', rashin.address()))).json()).batches.length;
    const before = await batches();
    await commit.click();
    await main.getByText('取り込みました').first().waitFor();
    expect(await batches()).toBe(before + 1);
    await go('/data/imports');
    const row = page.getByRole('row').filter({ hasText: '広告費_11月21日.csv' });
    expect(await row.innerText()).toContain('有効');
    await row.getByRole('button', { name: '「広告費_11月21日.csv」の取り込みを取り消す' }).click();
    await page.getByRole('dialog', { name: 'この取り込みを取り消しますか？' }).getByRole('button', { name: '取り消す' }).click();
    await page.getByRole('status').getByText('取り込みを取り消しました').waitFor();
    await expect.poll(() => row.innerText()).toContain('取り消し済み');
  });

  test('a file that cannot be read is refused with a reason, and nothing is stored', async () => {
    const { page } = await rashin.visit('/data/import', { member: 'marketing/ito' });
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await (await chosen).setFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]),
    });
    await page.getByText('読み取れません').first().waitFor();
  });

  test('every source says how fresh it is, and its table goes to a spreadsheet', async () => {
    const { page } = await rashin.visit('/data');
    await page.getByRole('row').filter({ hasText: 'CRMのステージ履歴' }).getByText('予定どおり').waitFor();
    const sources = page.locator('section').filter({ hasText: 'CRMのステージ履歴' }).first();
    await sources.getByRole('button', { name: '表をコピー（Excelに貼り付け可）' }).first().click();
    await page.getByRole('status').getByText('コピー').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^名前\t鮮度\t/);
  });
});
