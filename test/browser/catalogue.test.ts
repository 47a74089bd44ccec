import { expect, test } from 'vitest';
import { product } from './product.ts';
import { settled } from './visitor.ts';

const rashin = product();

test('[CAT-S1] [CNV-10] a metric is found by any of its names, and leads into the draft', { timeout: 120_000 }, async () => {
  const { page } = await rashin.visit('/catalogue');
  const search = page.getByRole('searchbox', { name: '指標を検索' });
  for (const name of ['客単価', 'ＡＯＶ', '平均購入単価']) {
    await search.fill(name);
    await page.getByRole('listitem').first().getByRole('link', { name: '平均注文単価' }).waitFor();
  }
  await page.getByRole('listitem').first().getByRole('link', { name: '平均注文単価' }).click();
  await page.getByRole('heading', { level: 1, name: '平均注文単価' }).waitFor();
  await settled(page);
  expect(await page.getByRole('definition').first().textContent()).toContain('÷');
  await page.getByRole('button', { name: /計画に加える/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('目標').fill('6,000円');
  await dialog.getByRole('button', { name: '計画に加える' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '計画に入っています' }).click();
  await page.locator('[data-key="aov"]').waitFor();
});

test('[CNV-03] a word with several definitions shows them side by side', { timeout: 60_000 }, async () => {
  const { page } = await rashin.visit('/catalogue?words=CVR', { member: null });
  const table = page.getByRole('table');
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    'CVR（セッションあたり）',
    'CVR（訪問者あたり）',
    '購入率（訪問者あたり）',
    '購入率（セッションあたり）',
  ]);
});
