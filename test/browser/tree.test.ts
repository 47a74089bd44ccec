import { expect, test } from 'vitest';
import { product } from './product.ts';
import { settled } from './visitor.ts';

const rashin = product();

test('[TRE-10] [TRE-11] cards are edited where they stand and changed together, each in one step of undo', {
  timeout: 120_000,
}, async () => {
  const { page } = await rashin.visit('/plan');
  const card = (id: string) => page.locator(`[data-key="${id}"]`);
  await card('win-rate').focus();
  await page.keyboard.press('F2');
  const fields = page.getByRole('group', { name: '成約率を編集' });
  await fields.getByLabel('目標').fill('28%');
  await page.keyboard.press('Enter');
  await expect.poll(() => card('win-rate').innerText(), { timeout: 20_000 }).toContain('28.0%');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('win-rate');
  await card('sql-rate').click({ modifiers: ['Control'] });
  await card('meeting-rate').click({ modifiers: ['Control'] });
  await page.getByLabel('責任者をまとめて変更').selectOption({ label: '伊藤 健' });
  for (const id of ['sql-rate', 'meeting-rate'])
    await expect.poll(() => card(id).innerText(), { timeout: 20_000 }).toContain('伊藤 健');
  await page.getByRole('button', { name: '元に戻す' }).click();
  for (const id of ['sql-rate', 'meeting-rate'])
    await expect.poll(() => card(id).innerText(), { timeout: 20_000 }).not.toContain('伊藤 健');
  expect(await card('win-rate').innerText()).toContain('28.0%');
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect.poll(() => card('win-rate').innerText(), { timeout: 20_000 }).toContain('25.0%');
  await settled(page);
});

test('[TRE-09] [DES-25] the picture is one file with every card, on one A4 sheet when printed', {
  timeout: 120_000,
}, async () => {
  const { page } = await rashin.visit('/plan', { member: null });
  const cards = await page.locator('[data-key]').count();
  await page.getByRole('button', { name: '印刷・画像' }).click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /SVG/ }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk));
  const svg = Buffer.concat(chunks).toString('utf8');
  expect(svg.match(/rx="8"/g)?.length).toBe(cards);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: '印刷・画像' }).click();
  await page.getByRole('menuitem', { name: /印刷・PDF/ }).click();
  await page.locator('html[data-printing="picture"]').waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});
