import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[SCR-67] the plan as a tree, from a change to a version', () => {
  test('[VIS-26] the tree shows the plan and, in the other mode, how it stands', async () => {
    const { page } = await rashin.visit('/plan');
    const tree = page.getByRole('region', { name: /^KPIツリー/ });
    await expect.poll(() => tree.innerText(), { timeout: 60_000 }).not.toContain('計算待ち');
    const goal = tree.getByRole('button', { name: /^年間新規契約売上.*3\.00億円/ });
    expect(await goal.count()).toBe(1);
    expect(await tree.innerText()).toContain('商談数 × 成約率');
    await page.getByRole('radio', { name: '進捗' }).check({ force: true });
    const card = tree.getByRole('button', { name: /^SQL率.*41\.2%/ });
    await card.waitFor();
    expect(await card.innerText()).toContain('未達');
    expect(new URL(page.url()).searchParams.get('mode')).toBe('progress');
  });

  test('the keyboard walks along the formulas', async () => {
    const { page } = await rashin.visit('/plan');
    const tree = page.getByRole('region', { name: /^KPIツリー/ });
    await tree.getByRole('button', { name: /^年間新規契約売上/ }).focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toMatch(/^受注件数/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toMatch(/^平均契約金額/);
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toMatch(/^年間新規契約売上/);
  });

  test('a target is changed in a draft, its consequence is shown, and it is published under a reason', async () => {
    const { page, go } = await rashin.visit('/plan?node=win-rate');
    const target = page.getByLabel('目標', { exact: true });
    await expect.poll(() => target.inputValue(), { timeout: 60_000 }).toBe('25%');
    await target.fill('20%');
    await target.press('Enter');
    await page.getByText('1か所を変更中').waitFor();
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 60_000 }).toContain('不足');
    const { page: other } = await rashin.visit('/progress/kpi/win-rate', { member: 'sales/sato' });
    expect(await other.getByRole('main').innerText()).toContain('25.0%');
    await page.getByRole('button', { name: '公開…' }).click();
    const dialog = page.getByRole('dialog', { name: '計画を公開' });
    await dialog.getByText('成約率').first().waitFor();
    await dialog.getByLabel('変更の理由').fill('競合の値下げで成約率が下がる見込み');
    await dialog.getByRole('button', { name: '公開', exact: true }).click();
    await page.getByRole('status').getByText('計画を公開しました').waitFor();
    await go('/plan/versions');
    const newest = page.getByRole('region', { name: '版の一覧' }).getByRole('listitem').first();
    expect(await newest.innerText()).toMatch(/第3版[\s\S]*公開中[\s\S]*競合の値下げで成約率が下がる見込み/);
  });

  test('the text of the plan is edited with its complaints beside it', async () => {
    const { page } = await rashin.visit('/plan/text', { member: 'sales/suzuki' });
    const text = page.getByRole('textbox', { name: 'plan.yamlの編集' });
    await expect.poll(() => text.inputValue()).toContain('new-contracts-2026');
    await text.fill((await text.inputValue()).replace('win-rate:', 'win-rte:'));
    await expect.poll(() => page.getByRole('region', { name: '指摘' }).innerText(), { timeout: 60_000 }).toContain('win-rate');
  });
});
