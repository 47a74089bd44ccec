import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[SCR-66] initiatives from an idea to what was learnt', () => {
  test('an idea is written down and moves over the board', async () => {
    const { page } = await rashin.visit('/initiatives/new?node=mql-rate');
    await page.getByLabel('件名').fill('資料DLの後に業種別の事例を送る');
    await page.getByLabel('仮説').fill('業種の近い事例なら検討が進む');
    await page.getByLabel('期限', { exact: false }).last().fill('2027-01-31');
    await page.getByRole('button', { name: 'アイデアとして保存' }).click();
    await page.getByRole('heading', { level: 1, name: '資料DLの後に業種別の事例を送る' }).waitFor();
    await page.getByRole('navigation', { name: '主なページ' }).getByRole('link', { name: '施策' }).click();
    const title = '資料DLの後に業種別の事例を送る';
    await column('アイデア').getByRole('link', { name: title }).waitFor();
    await page.getByRole('button', { name: `「${title}」の段階を移す` }).click();
    await page.getByRole('menuitem', { name: '「起案」へ移す' }).click();
    await column('起案').getByRole('link', { name: title }).waitFor();
    expect(await column('アイデア').getByRole('link', { name: title }).count()).toBe(0);

    function column(name: string): Locator {
      return page.getByRole('region', { name, exact: true });
    }
  });

  test('[ACT-11, ACT-13] one that is checked is closed with its reading before and after, one decision, and a lesson that is found again', async () => {
    const { page, go } = await rashin.visit('/initiatives', { expected: /422/ });
    const title = '秋の資料DLキャンペーン（Meta広告）';
    await page.getByRole('button', { name: `「${title}」の段階を移す` }).click();
    await page.getByRole('menuitem', { name: '完了にする' }).click();
    const dialog = page.getByRole('dialog');
    for (const words of ['開始前の平均', '開始後の平均', '普段の動き']) await dialog.getByText(words).first().waitFor();
    await dialog.getByRole('button', { name: '完了にする' }).click();
    await dialog.getByText('■').first().waitFor();
    await dialog.getByRole('radio', { name: /新仮説|仮説/ }).check();
    await dialog.getByLabel('学び').fill('件数は増えたが、対象企業の割合は変わらなかった');
    await dialog.getByRole('button', { name: '完了にする' }).click();
    await page.getByRole('status').getByText('施策を完了にしました').waitFor();
    await go('/initiatives/lessons?words=対象企業の割合');
    expect(await page.getByRole('main').innerText()).toContain('件数は増えたが、対象企業の割合は変わらなかった');
    await go('/initiatives');
    await page.getByRole('region', { name: '完了', exact: true }).getByRole('link', { name: title }).waitFor();
  });

  test('a to-do is added, done, and opened again', async () => {
    const { page } = await rashin.visit('/initiatives/to-dos');
    await page.getByRole('button', { name: 'ToDoを追加' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('やること').fill('判定基準の案を営業に送る');
    await dialog.getByLabel('期限').fill('2026-12-04');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('checkbox', { name: '「判定基準の案を営業に送る」を完了にする' }).click();
    await page.getByRole('status').getByText('ToDoを完了にしました').waitFor();
    await page.getByRole('radio', { name: '完了したもの' }).check({ force: true });
    await page.getByRole('checkbox', { name: '「判定基準の案を営業に送る」を未完了に戻す' }).click();
    await page.getByRole('radio', { name: '未完了', exact: true }).check({ force: true });
    await page.getByRole('checkbox', { name: '「判定基準の案を営業に送る」を完了にする' }).waitFor();
  });

  test('who acts is asked before the first change', async () => {
    const { page } = await rashin.visit('/initiatives/to-dos', { member: null });
    await page.getByRole('checkbox', { name: /の2週間の数字をまとめる/ }).click();
    await page.getByRole('dialog', { name: 'どなたとして記録しますか？' }).getByRole('button', { name: '伊藤 健' }).click();
    await page.getByRole('button', { name: '伊藤 健として操作中' }).waitFor();
  });
});
