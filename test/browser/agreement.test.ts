import { expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

test('[DES-70] [SHR-19] a draft is put forward, objected to, answered, approved by all sides and published as shared', async () => {
  const tanaka = await rashin.visit('/plan?node=leads', { member: 'marketing/tanaka' });
  const target = tanaka.page.getByLabel('目標', { exact: true });
  await expect.poll(() => target.inputValue(), { timeout: 60_000 }).toContain('200');
  await target.fill('240件/月');
  await target.press('Enter');
  await tanaka.page.getByText('1か所を変更中').waitFor();
  await tanaka.page.getByRole('link', { name: '合意' }).click();
  await tanaka.page.getByRole('button', { name: '下書きを起案…' }).click();
  await tanaka.page.getByLabel('起案の理由').fill('共催ウェビナーを増やします');
  await tanaka.page.getByRole('button', { name: '起案', exact: true }).click();
  const changes = tanaka.page.getByRole('region', { name: '起案された変更' });
  await changes.getByText(/240/).first().waitFor();

  const ito = await rashin.visit('/plan/agreement', { member: 'marketing/ito' });
  await ito.page.getByRole('button', { name: '異議を伝える…' }).click();
  await ito.page.getByLabel('何について').selectOption('leads');
  await ito.page.getByLabel('異議の内容').fill('8月は展示会がありません');
  await ito.page.getByRole('button', { name: '伝える', exact: true }).click();
  await ito.page.getByText('未回答').waitFor();

  for (const member of ['sales/sato', 'management/minato']) {
    const { page } = await rashin.visit('/', { member });
    await page.getByRole('region', { name: '計画の合意' }).getByRole('link', { name: '確認する' }).click();
    await page.getByRole('button', { name: '承認', exact: true }).click();
    await page.getByText('回答しました').waitFor();
  }

  await tanaka.go('/plan/agreement');
  expect(await tanaka.page.getByRole('button', { name: '共有の計画として公開' }).count()).toBe(0);
  await tanaka.page.getByRole('button', { name: '回答…' }).click();
  await tanaka.page.getByRole('dialog').getByRole('textbox', { name: /^回答/ }).fill('8月は共催で補います');
  await tanaka.page.getByRole('dialog').getByRole('button', { name: '伝える' }).click();
  await tanaka.page.getByRole('button', { name: '共有の計画として公開' }).click();
  await tanaka.page.getByText('承認待ちの起案はありません').waitFor();

  const told = await rashin.visit('/', { member: 'sales/sato' });
  const duties = told.page.getByRole('region', { name: '計画の合意' });
  expect(await duties.innerText()).toMatch(/田中 美咲が版\d+を公開/);
  await duties.getByRole('button', { name: '確認済みにする' }).click();
  await duties.waitFor({ state: 'detached' });
});
