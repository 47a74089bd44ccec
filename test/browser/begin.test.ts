import { expect, test } from 'vitest';
import { makeWorkbook } from '../case/ingest/make-workbook.ts';
import { product } from './product.ts';

const rashin = product({ empty: true });

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** A workspace without people: whoever comes first writes themselves down. */
async function register(page: Awaited<ReturnType<typeof rashin.visit>>['page'], name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('textbox').nth(1).fill('sato');
  await dialog.getByRole('button', { name: /登録|Register|はじめる|始める/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('[BEG-01, BEG-16, BEG-20] an empty workspace begins with three ways; an Excel file becomes a published plan with its actuals', async () => {
  const { page, go } = await rashin.visit('/', { member: null });
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(3);
  await page.getByRole('link', { name: /いまのExcelから/ }).click();
  const filled = (cells: readonly number[]) => MONTHS.map((_, place) => cells[place] ?? null);
  const workbook = makeWorkbook({
    sheets: [
      {
        name: 'KPI',
        rows: [
          ['2026年度 KPI管理表（単位：千円）'],
          ['KPI', '区分', ...MONTHS.map(month => `${month}月`)],
          ['売上', '目標', ...MONTHS.map(() => 12_000)],
          [null, '実績', ...filled([11_750, 12_810])],
          ['購入件数', '目標', ...MONTHS.map(() => 2_000)],
          [null, '実績', ...filled([1_980, 2_110])],
          ['客単価', '目標', ...MONTHS.map(() => 5)],
          ['お客様の笑顔', '目標', ...MONTHS.map(() => 100)],
        ],
        merged: ['A3:A4', 'A5:A6'],
      },
    ],
  });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'kpi.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByText('12か月・KPI4件。目標48値、実績4値を読み取りました。').waitFor();
  await page.getByText('すべてのKPIを達成しても、売上は1.20億円（目標の83.3%）。2,400万円不足します。').waitFor();
  await page.getByRole('button', { name: '自分を責任者にする' }).click();
  await register(page, '佐藤');
  await page.getByRole('button', { name: '公開して始める' }).click();
  await page.getByRole('status').getByText('計画を公開し、実績4値を取り込みました').waitFor();
  await go('/data/imports');
  expect(await page.getByRole('main').innerText()).toContain('4');
});

test('[BEG-30, BEG-32] questions in English: left and taken up again, ending in a published plan', async () => {
  const { page, go } = await rashin.visit('/plan/new/guided', { lang: 'en', member: 'sato' });
  const next = () => page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('radio', { name: 'Grow revenue' }).check({ force: true });
  await next();
  await page.getByRole('radio', { name: 'Online sales' }).check({ force: true });
  await next();
  await page.getByRole('radio', { name: /^Revenue/ }).check({ force: true });
  await page.getByLabel('Number to reach').fill('100,000,000');
  await next();
  await page.getByRole('radio', { name: /^Orders × Average order value/ }).check({ force: true });
  await go('/');
  await go('/plan/new/guided');
  expect(await page.getByRole('radio', { name: /^Orders × Average order value/ }).isChecked()).toBe(true);
  await next();
  await page.getByRole('checkbox', { name: /^Win more orders/ }).check({ force: true });
  await next();
  await page.getByRole('checkbox').first().check({ force: true });
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(false);
  await next();
  await page.getByLabel('Target of Orders').fill('1,000 per month');
  await page.getByLabel('Target of Average order value').fill('9,000');
  await next();
  await page.getByLabel(/^Impact of/).selectOption('5');
  await page.getByLabel(/^Feasibility of/).selectOption('4');
  await page.getByRole('button', { name: 'Share out by score' }).click();
  await page.getByText('100% in all').waitFor();
  await next();
  await page
    .getByRole('main')
    .getByText(/reaches|meets/i)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Publish and begin' }).click();
  await page.getByRole('status').getByText('The plan has been published').waitFor();
});

test('[BEG-40] a template, with a number of one’s own, becomes a published plan', async () => {
  const { page } = await rashin.visit('/plan/new/template', { member: 'sato' });
  await page.getByRole('checkbox', { name: /^ECの年間売上/ }).check({ force: true });
  const questions = page.getByRole('region', { name: /^自社の数字/ });
  await questions.getByRole('textbox').first().fill('4億円');
  await page
    .getByRole('main')
    .getByText(/4\.00億円/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '公開して始める' }).click();
  await page.getByRole('status').getByText('計画を公開しました').waitFor();
});
