import { expect, test } from 'vitest';
import { channelOf } from './channel.ts';
import { journeyCoverage, type PlacedKpi, stageOf } from './journey-coverage.ts';

const kpi = (id: string, stage: PlacedKpi['stage'], channel: string | null = null): PlacedKpi => ({ id, stage, channel });

test('[DES-50] KPIs of awareness and conversion only leave interest, consideration and retention empty', () => {
  const { gaps, stages, rows } = journeyCoverage(
    [kpi('impressions', 'awareness', 'ad'), kpi('conversions', 'conversion', 'ad'), kpi('posts', 'awareness', 'sns')],
    [],
  );
  expect(gaps).toEqual(['interest', 'consideration', 'retention']);
  expect(stages.map(({ kpis }) => kpis.length)).toEqual([2, 0, 0, 1, 0]);
  expect(rows.map(({ channel, cells }) => [channel, ...cells.map(ids => ids.length)])).toEqual([
    ['ad', 1, 0, 0, 1, 0],
    ['sns', 1, 0, 0, 0, 0],
  ]);
});

test('[DES-50] results stand in no stage, KPIs of no channel in the last row, recommending only where a KPI shows it', () => {
  const found = journeyCoverage([kpi('revenue', null), kpi('nps', 'advocacy'), kpi('posts', 'awareness', 'sns')], []);
  expect(found.beyond).toEqual(['revenue']);
  expect(found.stages.map(({ stage }) => stage)).toContain('advocacy');
  expect(found.rows.map(({ channel, kpis }) => [channel, kpis])).toEqual([
    ['sns', ['posts']],
    [null, ['revenue', 'nps']],
  ]);
  expect(journeyCoverage([], [])).toMatchObject({ rows: [], gaps: expect.arrayContaining(['awareness', 'retention']) });
});

test('[DES-51] a channel in use without any KPI is told, and no longer once a KPI names it', () => {
  expect(journeyCoverage([kpi('posts', 'awareness', 'search')], ['search', 'sns']).unwatched).toEqual(['sns']);
  expect(journeyCoverage([kpi('posts', null, 'sns')], ['sns']).unwatched).toEqual([]);
});

test('[DES-50] tags come before what the metric says; platforms are social media', () => {
  expect(stageOf({ tags: { stage: 'retention' } })).toBe('retention');
  expect(stageOf({ tags: { stage: 'onboarding' } })).toBeUndefined();
  expect(channelOf({ tags: { channel: 'instagram' } })).toBe('sns');
  expect(channelOf({ tags: { channel: 'LINE' } })).toBe('LINE');
  expect(channelOf({})).toBeUndefined();
});
