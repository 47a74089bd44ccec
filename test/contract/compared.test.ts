import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

const METRICS = `
datasets:
  site:
    kind: aggregate
    columns: { views: integer }
metrics:
  views: { from: site, sum: views, unit: count, name: { ja: 閲覧, en: Views } }
`;

/** 100 views on every day of 2025, 120 on every day of 2026 until 20 November. */
async function site(): Promise<Stage> {
  const stage = await openStage();
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const lines = ['date,views'];
  for (let at = Date.parse('2025-01-01'); at <= Date.parse('2026-11-20'); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    lines.push(`${date},${date < '2026' ? 100 : 120}`);
  }
  await importText(stage, 'site.csv', `${lines.join('\n')}\n`);
  return stage;
}

test('[API-24] [MEA-19] a month against each of the ways, with an index and what to know about it', async () => {
  const { ask } = await site();
  const october = { metric: 'views', from: day('2026-10-01'), to: day('2026-10-31') };
  const against = async (compare: 'previous' | 'previous-period' | 'last-year' | 'last-year-weekdays') => {
    const { compared } = accepted(await ask('query', { ...october, compare }));
    return compared.map(({ current, other, ratio }) => [current.from, current.to, other.from, other.to, ratio]);
  };
  expect(await against('last-year')).toEqual([['2026-10-01', '2026-10-31', '2025-10-01', '2025-10-31', 1.2]]);
  expect(await against('last-year-weekdays')).toEqual([['2026-10-01', '2026-10-31', '2025-10-02', '2025-11-01', 1.2]]);
  expect(await against('previous')).toEqual([['2026-10-01', '2026-10-31', '2026-08-31', '2026-09-30', 1]]);
  const { compared } = accepted(await ask('query', { ...october, compare: 'previous-period' }));
  expect(compared[0]?.ratio).toBeCloseTo(31 / 30, 12);
  expect(compared[0]?.notes.map(({ en }) => en)).toContain('31 days against 30, because the months differ in length.');
  const window = { 'against-from': day('2025-05-01'), 'against-to': day('2025-05-31') };
  expect(accepted(await ask('query', { ...october, compare: 'chosen', ...window })).compared).toMatchObject([{ ratio: 1.2 }]);
});

test('[API-24] a running month is compared to date; days of a range each with the day they are like', async () => {
  const { ask } = await site();
  const november = { metric: 'views', from: day('2026-11-01'), to: day('2026-11-30') };
  expect(accepted(await ask('query', { ...november, compare: 'previous-period' })).compared).toMatchObject([
    { current: { to: '2026-11-20' }, other: { from: '2026-10-01', to: '2026-10-20' }, ratio: 1 },
  ]);
  const days = accepted(await ask('query', { ...november, grain: 'day', compare: 'last-year-holidays' })).compared;
  expect(days).toHaveLength(20);
  // Culture Day meets Culture Day.
  expect(days[2]).toMatchObject({ current: { from: '2026-11-03' }, other: { from: '2025-11-03' }, ratio: 1.2 });
  expect(problemsOf(await ask('query', { ...november, compare: 'last-year-holidays' }))).toEqual(['query-compare']);
});

test('[API-24] the latest 7 days and 12 months, instead of days', async () => {
  const { ask } = await site();
  const week = accepted(await ask('query', { metric: 'views', last: '7-days', compare: 'previous' }));
  expect(week).toMatchObject({ period: { from: '2026-11-14', to: '2026-11-20' }, compared: [{ ratio: 1 }] });
  expect(accepted(await ask('query', { metric: 'views', last: '12-months' })).period).toEqual({
    from: '2025-11-21',
    to: '2026-11-20',
  });
  expect(problemsOf(await ask('query', { metric: 'views', from: day('2026-11-01') }))).toEqual(['query-range']);
});
