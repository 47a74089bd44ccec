import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Lang } from '#core/text/text.ts';
import { makeWorkbook } from '../case/ingest/make-workbook.ts';
import { product } from './product.ts';
import { settled } from './visitor.ts';

/** From nothing to a plan that marketing, sales and management have approved, by every way there is, in both languages. */
const rashin = product({ empty: true });

const TANAKA = { id: 'marketing/tanaka', name: '田中', department: 'マーケティング部', role: 'manager' };
const SATO = { id: 'sales/sato', name: '佐藤', department: '営業部', role: 'manager' };
const MINATO = { id: 'management/minato', name: '湊', department: '経営', role: 'executive' };

beforeAll(async () => {
  for (const [place, person] of [TANAKA, SATO, MINATO].entries()) {
    const acting: Record<string, string> = place === 0 ? {} : { 'x-rashin-member': TANAKA.id };
    const answer = await fetch(new URL('/api/members', rashin.address()), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...acting },
      body: JSON.stringify({ ...person, active: true }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
});

const WORDS = {
  ja: {
    next: '次へ',
    draft: '下書きを作成',
    agreement: '合意',
    propose: '下書きを起案…',
    reason: '起案の理由',
    send: '起案',
    approve: '承認',
    answered: '回答しました',
    publish: '共有の計画として公開',
    none: '承認待ちの起案はありません',
    versions: '版',
    shared: '合意済み',
  },
  en: {
    next: 'Next',
    draft: 'Make a draft',
    agreement: 'Agreement',
    propose: 'Put the draft forward…',
    reason: 'Reason',
    send: 'Put forward',
    approve: 'Approve',
    answered: 'Answered',
    publish: 'Publish as shared',
    none: 'Nothing is waiting for approval',
    versions: 'Versions',
    shared: 'Agreed',
  },
} as const;

test('[BEG-30] [DES-09] [DES-70] by answering questions, taken up in another browser, approved and published', async () => {
  const here = await rashin.visit('/plan/new/guided', { member: TANAKA.id });
  const next = (page: Page) => page.getByRole('button', { name: WORDS.ja.next, exact: true }).click();
  const { page } = here;
  await page.getByRole('radio', { name: '売上を伸ばす' }).check({ force: true });
  await next(page);
  await page.getByRole('radio', { name: 'オンライン販売' }).check({ force: true });
  await next(page);
  await page.getByRole('radio', { name: /^売上/ }).first().check({ force: true });
  await page.getByLabel('目標の数値').fill('2億円');
  await next(page);
  await page.locator('input[name=formula]').first().check({ force: true });
  await page.getByLabel('比較に加える').first().check();
  await page.getByRole('region', { name: '計算式の比較' }).waitFor();
  await expectAccessible(page);
  await page.getByText('保存済み').waitFor();

  const there = (await rashin.visit('/plan/new/guided', { member: TANAKA.id })).page;
  await there.getByRole('region', { name: '計算式の比較' }).waitFor();
  await next(there);
  await there.getByRole('checkbox', { name: /^注文を増やす/ }).check({ force: true });
  await next(there);
  await there.getByRole('checkbox').first().check({ force: true });
  await next(there);
  await there.getByLabel(/単価の目標$/).fill('8,000円');
  const needed = there.locator('dl').getByRole('button').first();
  expect(await needed.innerText()).toBe('月2,084件');
  await needed.click();
  await there.getByRole('main').getByText(/届/).first().waitFor();
  await expectAccessible(there);
  await next(there);
  await there.getByLabel(/の影響度$/).waitFor();
  await next(there);
  await there.getByRole('button', { name: WORDS.ja.draft }).click();
  await expectAgreed(there, 'ja');
});

test('[BEG-17] [DES-70] from a workbook of targets and actuals, in English, approved and published', async () => {
  const { page } = await rashin.visit('/plan/new/sheet', { member: TANAKA.id, lang: 'en' });
  const months = Array.from({ length: 12 }, (_, i) => `${((i + 3) % 12) + 1}月`);
  const rows = (of: (i: number) => number | null, price: (i: number) => number | null) => [
    ['2026年度'],
    ['KPI', ...months],
    ['売上', ...months.map((_, i) => (of(i) === null ? null : (of(i) ?? 0) * (price(i) ?? 0)))],
    ['注文件数', ...months.map((_, i) => of(i))],
    ['客単価', ...months.map((_, i) => price(i))],
  ];
  const workbook = makeWorkbook({
    sheets: [
      {
        name: '目標',
        rows: rows(
          i => 2_000 + i,
          () => 6_000,
        ),
      },
      {
        name: '実績',
        rows: rows(
          i => (i < 2 ? 1_990 : null),
          i => (i < 2 ? 6_010 : null),
        ),
      },
      { name: '使い方', rows: [['毎月入力してください']] },
    ],
  });
  const buffer = workbook;
  await page.locator('input[type=file]').setInputFiles({ name: 'kpi.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('Read 12 months and 3 KPIs: 36 targets and 6 actuals.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: WORDS.en.draft }).click();
  await expectAgreed(page, 'en');
});

test('[BEG-40] [DES-70] from the SaaS template, approved and published', async () => {
  const { page } = await rashin.visit('/plan/new/template', { member: TANAKA.id });
  await page.getByRole('searchbox').fill('SaaS');
  await page.getByRole('main').getByRole('checkbox').first().check({ force: true });
  await expectAccessible(page);
  await page.getByRole('button', { name: WORDS.ja.draft }).click();
  await expectAgreed(page, 'ja');
});

test('[BEG-40] [DES-70] from two templates combined, in English, approved and published; then two people change it at once', {
  timeout: 180_000,
}, async () => {
  const { page, go } = await rashin.visit('/plan/new/template', { member: TANAKA.id, lang: 'en', expected: /409/ });
  const cards = page.getByRole('main').getByRole('checkbox');
  await cards.nth(0).check({ force: true });
  await cards.nth(1).check({ force: true });
  await page.getByRole('button', { name: WORDS.en.draft }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: WORDS.en.draft }).click();
  const plan = await expectAgreed(page, 'en');

  const kpis = await editableKpis(plan);
  const [shared, alone] = kpis;
  if (!shared || !alone) throw new Error('the plan has two KPIs with targets');
  const target = async (on: Page, node: string, value: string) => {
    const field = on.getByLabel('Target', { exact: true });
    await expect.poll(() => field.inputValue(), { timeout: 30_000 }).not.toBe('');
    await field.fill(value);
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe(value);
    expect(new URL(on.url()).searchParams.get('node')).toBe(node);
  };
  const publish = async (on: Page, why: string) => {
    await on.getByRole('button', { name: 'Publish…' }).click();
    await on.getByLabel(/^Reason/).fill(why);
    await on.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  };
  const sato = await rashin.visit(`/plan?plan=${plan}&node=${shared.id}`, { member: SATO.id, lang: 'en' });
  await go(`/plan?plan=${plan}&node=${shared.id}`);
  await target(page, shared.id, shared.changed[0]);
  await go(`/plan?plan=${plan}&node=${alone.id}`);
  await target(page, alone.id, alone.changed[0]);
  await target(sato.page, shared.id, shared.changed[1]);
  await publish(sato.page, 'The new price list');
  await sato.page.getByRole('status').getByText('published').waitFor();

  await publish(page, 'More from webinars');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The new price list').waitFor();
  const together = dialog.getByRole('button', { name: 'Publish together' });
  expect(await together.isDisabled()).toBe(true);
  await expectAccessible(page);
  await dialog.getByRole('group').getByRole('radio').nth(1).check();
  await expect.poll(() => together.isEnabled(), { timeout: 30_000 }).toBe(true);
  await together.click();
  await dialog.waitFor({ state: 'detached' });
  const after = await targetsOf(plan);
  expect(after.get(shared.id)).toBe(shared.changed[0]);
  expect(after.get(alone.id)).toBe(alone.changed[0]);
});

/** Puts the draft forward, has the other sides approve it, publishes it as shared, and gives the plan's id. */
async function expectAgreed(page: Page, lang: Lang): Promise<string> {
  const words = WORDS[lang];
  await page.getByRole('link', { name: words.agreement, exact: true }).click();
  await page.waitForURL(/agreement\?.*plan=/);
  const plan = new URL(page.url()).searchParams.get('plan') ?? '';
  await page.getByRole('button', { name: words.propose }).click();
  await page.getByLabel(words.reason).fill(lang === 'ja' ? '新年度の計画です' : 'The plan of the new year');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: words.send, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const { id } of [SATO, MINATO]) {
    const other = await rashin.visit(`/plan/agreement?plan=${plan}`, { member: id, lang });
    await other.page.getByRole('button', { name: words.approve, exact: true }).click();
    await other.page.getByText(words.answered).waitFor();
  }
  await page.reload();
  await page.getByRole('button', { name: words.publish }).click();
  await page.getByText(words.none).waitFor();
  await page.getByRole('link', { name: words.versions, exact: true }).click();
  const newest = page.getByRole('main').getByRole('listitem').filter({ hasText: words.shared }).first();
  await newest.waitFor();
  for (const { name } of [TANAKA, SATO, MINATO]) expect(await newest.innerText()).toContain(name);
  return plan;
}

async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

interface PlanAnswer {
  readonly view: {
    readonly nodes: readonly {
      readonly id: string;
      readonly role: string;
      readonly equals: unknown;
      readonly months: Readonly<Record<string, string>>;
      readonly target: { readonly text: string } | null;
    }[];
  };
}

async function nodesOf(plan: string): Promise<PlanAnswer['view']['nodes']> {
  const answer = (await (await fetch(new URL(`/api/plans/${plan}`, rashin.address()))).json()) as PlanAnswer;
  return answer.view.nodes;
}

async function targetsOf(plan: string): Promise<ReadonlyMap<string, string | undefined>> {
  return new Map((await nodesOf(plan)).map(({ id, target }) => [id, target?.text]));
}

/** KPIs with one target over the whole plan, each with two other values it may be changed to. */
async function editableKpis(plan: string) {
  return (await nodesOf(plan)).flatMap(({ id, role, equals, months, target }) => {
    const [, digit] = /^(\d)/.exec(target?.text ?? '') ?? [];
    if (role !== 'kpi' || equals !== null || Object.keys(months).length > 0 || digit === undefined) return [];
    const to = (first: number) => (target?.text ?? '').replace(/^\d/, String((Number(digit) + first) % 9 || 9));
    return [{ id, changed: [to(1), to(2)] as const }];
  });
}
