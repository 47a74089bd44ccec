import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[SCR-65] where the demo company stands', () => {
  test('Home tells the marketing manager what is due', async () => {
    const { page } = await rashin.visit('/');
    const comments = page.getByRole('region', { name: '要因・対策のコメント' });
    expect(await comments.getByRole('link', { name: 'MQL単価' }).count()).toBe(1);
    const mine = page.getByRole('region', { name: '担当するKPI' });
    expect(await mine.innerText()).toMatch(/SQL率[\s\S]*41\.2%[\s\S]*未達/);
    const toDos = page.getByRole('region', { name: 'ToDo' });
    expect(await toDos.innerText()).toContain('12月の広告費を前倒しするか決める');
  });

  test('a comment that is due is written where Home asks for it, and stands with the KPI', async () => {
    const { page } = await rashin.visit('/');
    const comments = page.getByRole('region', { name: '要因・対策のコメント' });
    await comments.getByLabel('要因').fill('単価の安い媒体に寄せた');
    await comments.getByLabel('対策').fill('媒体ごとの上限を守る');
    await comments.getByRole('button', { name: '保存' }).click();
    await comments.getByRole('link', { name: 'MQL単価' }).waitFor({ state: 'detached' });
    const { page: other } = await rashin.visit('/progress/kpi/mql-cost', { member: 'management/minato' });
    const said = other.getByRole('article').filter({ hasText: '2026年10月' });
    expect(await said.innerText()).toMatch(/田中 美咲[\s\S]*単価の安い媒体に寄せた[\s\S]*媒体ごとの上限を守る/);
  });

  test('[VIS-02, VIS-03, VIS-07, VIS-08] the dashboard shows goal, plan to date, success factors and what is behind', async () => {
    const { page } = await rashin.visit('/progress', { member: 'management/minato' });
    const main = page.getByRole('main');
    for (const words of ['1.80億円', '96.0%', '計画を747万円下回っています']) expect(await main.innerText()).toContain(words);
    await main.getByRole('img', { name: /^年間目標の\d+%まで到達。期間は\d+%経過。$/ }).waitFor();
    const factor = page.getByRole('region', { name: '商談化を高める' });
    expect(await factor.innerText()).toMatch(/SQL率[\s\S]*(上昇（好転）|低下（悪化）|横ばい)/);
    await factor.getByRole('link', { name: /SQL率.*未達.*41\.2%/ }).click();
    await page.getByRole('heading', { level: 1, name: 'SQL率' }).waitFor();
  });

  test('[VIS-04, VIS-05, VIS-14] the page of a KPI answers where, against what, why, and what is done', async () => {
    const { page } = await rashin.visit('/progress/kpi/sql-rate');
    const text = await page.getByRole('main').innerText();
    for (const words of ['41.2%', '50.0%', '−8.8pt', '責任者', '前年同期', 'これまでの最高', 'スコア45〜59点', 'MQL数 × SQL率'])
      expect(text).toContain(words);
    await page.getByRole('radio', { name: '週' }).check({ force: true });
    await expect.poll(() => new URL(page.url()).searchParams.get('grain')).toBe('week');
    await page.getByRole('region', { name: '推移' }).getByRole('radio', { name: '表' }).check({ force: true });
    expect(await page.getByRole('region', { name: '推移' }).getByRole('row').count()).toBeGreaterThan(10);
  });

  test('[SCR-01] a table goes to a spreadsheet: tabs, numbers as numbers', async () => {
    const { page } = await rashin.visit('/progress');
    const table = page.getByRole('region', { name: '計画と実績' }).first();
    await table.getByRole('button', { name: '表をコピー（Excelに貼り付け可）' }).click();
    await page.getByRole('status').getByText('コピー').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const rows = copied
      .trimEnd()
      .split(/\r?\n/)
      .map(line => line.split('\t'));
    expect(rows[0]?.slice(0, 3)).toEqual(['KPI', '責任者', '実績']);
    expect(new Set(rows.map(cells => cells.length)).size).toBe(1);
    const leads = rows.find(([name]) => name === 'リード数');
    expect(leads?.[2]).toBe('171');
    expect(rows.find(([name]) => name === '年間新規契約売上')?.[2]).toMatch(/^\d{9}$/);
  });

  test('an earlier day is looked at as it was', async () => {
    const { page } = await rashin.visit('/progress?to=2026-09-30');
    await page.getByRole('button', { name: /9月30日時点/ }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('1.80億円');
  });
});
