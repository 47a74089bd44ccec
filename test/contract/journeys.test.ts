import { expect, test } from 'vitest';
import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import type { RepeatQuestion } from '#core/journey/repeat-question.ts';
import { accepted, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

/** M1 ordered on the 1st (two lines) and the 3rd, M2 on the 2nd; the last order names nobody. */
const ORDERS = `受注番号,受注日時,会員ID,商品コード,商品名,個数,単価,受注ステータス
A-1,2026/06/01 10:00:00,M1,S-01,羅針盤,1,1980,発送済み
A-1,2026/06/01 10:00:00,M1,S-02,地図,2,550,発送済み
A-2,2026/06/02 11:30:00,M2,S-02,地図,2,550,発送済み
A-3,2026/06/03 09:15:00,M1,S-03,磁石,1,1100,発送済み
A-4,2026/06/03 09:20:00,,S-03,磁石,1,1100,発送済み
`;
const LATER = `受注番号,受注日時,会員ID,商品コード,商品名,個数,単価,受注ステータス
B-1,2026/07/05 10:00:00,M2,S-01,羅針盤,1,1980,発送済み
`;
const DAY = 86_400_000;
const [JUNE, JULY, AUGUST] = [Date.UTC(2026, 5, 1), Date.UTC(2026, 6, 1), Date.UTC(2026, 7, 1)];
const ORDER = { events: ['order-lines'] };
const TWICE: FunnelQuestion = { ask: 'funnel', steps: [ORDER, ORDER], window: 90 * DAY };
const AGAIN: RepeatQuestion = { ask: 'repeat', event: ORDER, base: 'first', window: 20 * DAY, edges: [JUNE, JULY], asOf: AUGUST };

async function reached(stage: Stage): Promise<readonly number[] | undefined> {
  const { funnel } = accepted(await stage.ask('askJourney', { body: { question: TWICE } }));
  return funnel?.rows[0]?.reached;
}

test('[JNY-01] [JNY-02] [JNY-10] journeys hold the live rows of people, whatever comes in and goes out', async () => {
  const stage = await openStage();
  expect(problemsOf(await stage.ask('askJourney', { body: { question: TWICE } }))).toEqual(['journey-no-events']);

  await importText(stage, 'june.csv', ORDERS);
  const contents = accepted(await stage.ask('journeyContents', {}));
  expect([contents.events, contents.people]).toEqual([4, 2]);
  expect(contents.span).toEqual({ first: JUNE + 10 * 3_600_000, last: JUNE + 2 * DAY + 9.25 * 3_600_000 });
  expect(await reached(stage)).toEqual([2, 1]);
  const { repeat } = accepted(await stage.ask('askJourney', { body: { question: AGAIN } }));
  expect(repeat?.buckets).toEqual([{ people: 2, again: 1, immature: 0 }]);

  const { job } = await importText(stage, 'july.csv', LATER);
  expect(await reached(stage)).toEqual([2, 2]);
  const batch = accepted(await stage.ask('batches', {})).batches.find(({ fileName }) => fileName === 'july.csv')?.id ?? '';
  expect(job?.state).toBe('done');
  accepted(await stage.ask('undoBatch', { batch }));
  expect(await reached(stage)).toEqual([2, 1]);

  accepted(await stage.ask('erasePerson', { body: { who: 'M1', preview: false } }));
  expect(await reached(stage)).toEqual([1, 0]);
});

test('[JNY-10] what cannot be asked is said by its place', async () => {
  const stage = await openStage();
  await importText(stage, 'june.csv', ORDERS);
  const asked = await stage.ask('askJourney', { body: { question: { ...TWICE, steps: [{ events: ['visits'] }], window: 0 } } });
  expect(problemsOf(asked)).toEqual(['journey-event-unknown', 'journey-length']);
});

test('[JNY-11] an analysis is kept under a name until somebody removes it', async () => {
  const { ask } = await openStage();
  const body = { name: '二度目の注文', page: 'leaving', search: 'steps=order-lines' } as const;
  const { analysis } = accepted(await ask('saveAnalysis', { body }));
  expect(accepted(await ask('savedAnalyses', {})).analyses).toMatchObject([body]);
  const gone = { analysis: analysis.id, revision: analysis.revision };
  accepted(await ask('removeAnalysis', gone));
  expect(accepted(await ask('savedAnalyses', {})).analyses).toEqual([]);
  expect((await ask('removeAnalysis', gone)).kind).not.toBe('value');
});

test('[JNY-12] an analysis is pinned to the board, stands there since then, and is taken off again', async () => {
  const { ask } = await openStage();
  const body = { name: '二度目の注文', page: 'leaving', search: '' } as const;
  const { analysis } = accepted(await ask('saveAnalysis', { body }));
  expect(analysis.pinnedAt).toBeNull();
  const pin = { analysis: analysis.id, body: { pinned: true, revision: analysis.revision } };
  const pinned = accepted(await ask('pinAnalysis', pin)).analysis;
  expect(pinned.pinnedAt).not.toBeNull();
  expect(accepted(await ask('savedAnalyses', {})).analyses).toEqual([pinned]);
  expect((await ask('pinAnalysis', pin)).kind).toBe('conflict');
  const off = { analysis: analysis.id, body: { pinned: false, revision: pinned.revision } };
  expect(accepted(await ask('pinAnalysis', off)).analysis.pinnedAt).toBeNull();
});

test('[JNY-13] a finding goes onto an influence of the draft, once, and makes an opinion a correlation', async () => {
  const { ask } = await openStage();
  const plan = `rashin: 1
plan: shop
name: { ja: 店, en: Shop }
period: 2026-04-01/2027-03-31
goals:
  orders: { name: { ja: 注文, en: Orders }, target: 1200 by 2027-03-31, unit: count of order, owner: sales/sato }
kpis:
  speed: { target: 5 days, owner: sales/sato, supports: [{ to: orders, sign: '-', because: 早いほど買う, evidence: opinion }] }
`;
  accepted(await ask('createPlan', { body: { yaml: plan } }));
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: '初版' } }));
  const found = { from: 'speed', to: 'orders', says: '早い人の40%が注文', page: 'leaving', search: '?window=5' } as const;
  const { draft } = accepted(await ask('addFinding', { plan: 'shop', body: { ...found, revision: 0 } }));
  expect(draft?.yaml).toMatch(
    /evidence: correlation, findings: \[\{ says: 早い人の40%が注文, on: \d{4}-\d\d-\d\d, analysis: leaving\?window=5 \}\] \}\]/,
  );
  const body = { ...found, revision: draft?.revision ?? 0 };
  expect(accepted(await ask('addFinding', { plan: 'shop', body })).draft).toEqual(draft);
  expect(problemsOf(await ask('addFinding', { plan: 'shop', body: { ...body, to: 'nobody' } }))).toEqual(['object-missing']);
  expect((await ask('addFinding', { plan: 'shop', body: { ...found, revision: 0 } })).kind).toBe('conflict');
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: '根拠を追加' } }));
  const { view } = accepted(await ask('plan', { plan: 'shop' }));
  expect(view?.nodes.flatMap(({ supports }) => supports.flatMap(({ findings }) => findings))).toMatchObject([
    { says: { ja: '早い人の40%が注文' }, analysis: 'leaving?window=5' },
  ]);
});
