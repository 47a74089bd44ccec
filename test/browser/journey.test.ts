import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { product } from './product.ts';

const rashin = product();

describe('[JNY-20] where people leave', () => {
  test('[JNY-11] a step, the window and a breakdown change the answer; it is kept, opened again and handed over', async () => {
    const { page, go } = await rashin.visit('/analysis/leaving');
    expect(await said(page)).toContain('5,748人のうち最後まで進んだのは848人');
    await page.getByLabel('段階1', { exact: true }).selectOption({ label: 'サイト行動ログ: 行動 = フォーム表示' });
    await page.getByRole('button', { name: '段階3を削除' }).click();
    await page.getByLabel('最初の段階からの期限').selectOption('1');
    await page.getByLabel('切り口').selectOption('channel');
    const parts = page.getByRole('region', { name: 'チャネルごとの比較' });
    await parts.getByRole('row', { name: /自然検索/ }).waitFor();
    await expect.poll(() => said(page)).toContain('最初の段階からの期限 1日');
    const answer = await said(page);
    expect(answer).not.toContain('5,748人');

    const lines = await csvOf(page, '段階ごとの人数');
    expect(lines[0]?.slice(0, 3)).toEqual(['段階', '人数', '前の段階から']);
    expect(lines.map(([name]) => name)).toEqual(['段階', 'フォーム表示', '料金ページ', 'フォーム送信']);

    await page.getByLabel('名前', { exact: true }).fill('フォームからの送信');
    await page.getByRole('button', { name: 'この分析を保存' }).click();
    await page.getByRole('link', { name: 'フォームからの送信' }).waitFor();
    await go('/analysis/leaving');
    expect(await said(page)).toContain('5,748人');
    await page.getByRole('link', { name: 'フォームからの送信' }).click();
    await expect.poll(() => said(page)).toBe(answer);
    expect(await page.getByLabel('切り口').inputValue()).toBe('channel');
  });

  test('[JRN-18] another rate at a step is worked out at once, in people and in money', async () => {
    const { page } = await rashin.visit('/analysis/leaving?worth=1000');
    const whatIf = page.getByRole('region', { name: 'この段階がよくなったら？' });
    await whatIf.getByLabel('改善する段階').selectOption({ label: 'フォーム送信' });
    await whatIf.getByLabel('前の段階からの率（%）').fill('100');
    expect(await whatIf.innerText()).toContain('848人から1,272人になります（+424人）');
    expect(await whatIf.innerText()).toContain('+424,000円');
  });
});

describe('[JNY-14] [JNY-15] stages and ways', () => {
  test('stages of leads become steps; who is where now, and what they did next', async () => {
    const { page } = await rashin.visit('/analysis/leaving');
    await page.getByRole('button', { name: '「CRMのステージ履歴」のステージを段階にする' }).click();
    const stages = page.getByRole('region', { name: '今どこにいて、何日とどまっているか' });
    await expect.poll(() => stages.getByRole('row', { name: /^商談設定/ }).innerText()).toMatch(/43人[\s\S]*25\.4日/);
    expect(await stages.innerText()).toContain('終わりとみなす値：差し戻し、失注、受注');
    const flow = page.getByRole('region', { name: 'その後、何をしたか' });
    await flow.getByLabel('起点の段階').selectOption({ label: 'SQL' });
    await flow.getByRole('row', { name: /^商談設定 → 失注/ }).waitFor();
  });

  test('[JNY-17] what the data do not have is named, and stays to be seen', async () => {
    const { page } = await rashin.visit('/analysis/leaving?steps=nothing~site-log&window=0', { expected: /422/ });
    expect(await page.getByRole('alert').innerText()).toContain('「nothing」というイベントはありません');
    expect(await page.getByLabel('段階1', { exact: true }).locator('option:checked').innerText()).toContain('データにありません');
    expect(await page.getByLabel('最初の段階からの期限').inputValue()).toBe('0');
  });
});

describe('[JNY-21] which channel worked', () => {
  test('[VAL-10] costs come from the ad data, typed ones go first; moving budget is worked out', async () => {
    const { page } = await rashin.visit('/analysis/channels');
    const costs = page.getByRole('region', { name: '費用とCPA' });
    const social = costs.getByRole('row', { name: /^SNS広告/ });
    expect(await social.innerText()).toContain('「広告費」（Meta広告）');
    const move = page.getByRole('region', { name: '予算を移すと？' });
    expect(await move.innerText()).toMatch(/「リスティング広告」から「SNS広告」へ移すと/);
    await social.getByLabel('SNS広告の費用').fill('9000000');
    await expect.poll(() => social.innerText()).toContain('入力した値');
    await expect.poll(() => move.innerText()).toMatch(/「SNS広告」から「リスティング広告」へ移すと/);
    await move.getByLabel('移す金額（JPY）').fill('99000000');
    expect(await move.innerText()).toContain('以下にしてください');
  });

  test('looking back over a day credits fewer conversions; every model gives all of them out', async () => {
    const { page } = await rashin.visit('/analysis/channels');
    const before = await said(page);
    await page.getByLabel('さかのぼる期間').selectOption('1');
    await expect.poll(() => said(page)).not.toBe(before);
    const [head = [], ...rows] = await csvOf(page, '見方ごとの件数');
    const sums = head.slice(1, -1).map((_, model) => rows.reduce((sum, cells) => sum + Number(cells[model + 1]), 0));
    expect(sums).toHaveLength(8);
    for (const sum of sums) expect(sum).toBeCloseTo(sums[0] ?? 0, 2);
  });
});

describe('[JNY-22] who comes back', () => {
  test('by weeks there are more cohorts than by months; shares become people', async () => {
    const { page } = await rashin.visit('/analysis/returning');
    const triangle = page.getByRole('region', { name: '始めた時期ごとの戻り' });
    const months = await triangle.getByRole('row').count();
    await triangle.getByRole('radio', { name: '人数' }).check({ force: true });
    await expect.poll(() => triangle.getByRole('row').nth(1).innerText()).not.toContain('%');
    await page.getByLabel('区切り').selectOption('week');
    await expect.poll(() => triangle.getByRole('row').count()).toBeGreaterThan(months);
    const early = page.getByRole('region', { name: '戻る人は、早いうちに何をしていたか' });
    expect(await early.getByRole('row', { name: /^2回以上/ }).innerText()).toContain('×1.4');
    const lines = await csvOf(page, '始めた時期ごとの戻り');
    expect(lines).toHaveLength(await triangle.getByRole('row').count());
  });
});

describe('[JNY-23] who matters', () => {
  test('a CAC gives the ratio and the payback, half the margin half the value', async () => {
    const { page } = await rashin.visit('/analysis/customers');
    await page.getByLabel('顧客獲得単価 CAC（JPY）').fill('8000');
    const value = page.getByRole('region', { name: '新しい顧客1人のLTVと回収' });
    await expect.poll(() => value.innerText()).toMatch(/LTV:CACは4\.1:1/);
    await page.getByLabel('粗利率（%、空欄は売上で計算）').fill('50');
    await expect.poll(() => value.innerText()).toMatch(/LTV:CACは2:1/);
    const moves = await csvOf(page, '90日前からの移動');
    expect(moves.length).toBeGreaterThan(5);
  });
});

describe('what is made of an answer', () => {
  test('[JNY-12] pinned, it stands on the board as it is answered now, leads back, and is taken off again', async () => {
    const { page, go } = await rashin.visit('/analysis/leaving?window=30');
    const answer = await page.getByRole('region', { name: '答え' }).locator('p').first().innerText();
    await page.getByRole('button', { name: 'ボードに置く', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('カードの名前').fill('サイトの離脱');
    await dialog.getByRole('button', { name: 'ボードに置く' }).click();
    await dialog.waitFor({ state: 'detached' });
    await go('/progress/analysis');
    const card = page.getByRole('region', { name: 'サイトの離脱' });
    expect(await card.innerText()).toContain(answer);
    await card.getByRole('link', { name: '詳しく見る' }).click();
    await page.getByRole('heading', { level: 1, name: 'どこで離脱している？' }).waitFor();
    expect(await page.getByLabel('最初の段階からの期限').inputValue()).toBe('30');
    await go('/progress/analysis');
    await card.getByRole('button', { name: '「サイトの離脱」をボードから外す' }).click();
    await card.waitFor({ state: 'detached' });
  });

  test('[JNY-13] used as evidence, it stands with the influence in the draft and leads back', async () => {
    const { page, go } = await rashin.visit('/analysis/returning?window=30');
    await page.getByRole('button', { name: '計画の根拠に使う' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('どの影響の根拠ですか').selectOption({ label: 'SQLから商談設定までの日数 → 商談設定率' });
    await dialog.getByLabel('分かったこと').fill('30日以内に戻る人は3割');
    await dialog.getByRole('button', { name: '下書きに書き込む' }).click();
    await page.getByRole('status').getByText('下書きに書き込みました').waitFor();
    await go('/plan?node=days-to-meeting');
    await page.getByText('30日以内に戻る人は3割').first().waitFor();
    await page.getByRole('link', { name: '2026年11月21日の分析' }).click();
    await page.getByRole('heading', { level: 1, name: 'どの顧客がリピートする？' }).waitFor();
    expect(await page.getByLabel('2回目までの期限').inputValue()).toBe('30');
  });
});

function said(page: Page): Promise<string> {
  return page.getByRole('region', { name: '答え' }).innerText();
}

/** The table of a section as its CSV button hands it over. */
async function csvOf(page: Page, section: string): Promise<readonly (readonly string[])[]> {
  const button = page.getByRole('region', { name: section }).getByRole('button', { name: 'CSVをダウンロード' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await download.path(), 'utf8');
  return text
    .replace(/^\uFEFF/u, '')
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));
}
