import { expect, test } from 'vitest';
import { type Day, parseDay } from '../calendar/day.ts';
import { type PipelineInput, pipelineLanding } from './pipeline-landing.ts';

const [TO, UNTIL] = ['2026-11-20', '2027-03-20'].map(text => parseDay(text)) as [Day, Day];
const INPUT: PipelineInput = {
  to: TO,
  until: UNTIL,
  won: 1_000,
  open: [
    { stage: 'offer', count: 2, amount: 400, weighted: 200, overdue: false },
    { stage: 'first', count: 4, amount: 600, weighted: 60, overdue: false },
    { stage: 'offer', count: 1, amount: 100, weighted: 80, overdue: true },
  ],
  decided: { won: 25, decided: 100 },
  byStage: new Map([['offer', { won: 9, decided: 10 }]]),
  wonPerDay: 10,
  cycleDays: 60,
};

test('[LND-40] won + amount × probability of open deals + what is still to come, by sales and by the past', () => {
  const result = pipelineLanding(INPUT);
  expect(result).toMatchObject({ open: 1_100, overdue: 100, openBySales: 340, winRate: 0.25 });
  const offer = (9 + 10 * 0.25) / 20;
  expect(result.openByHistory).toBeCloseTo(500 * offer + 600 * 0.25, 10);
  expect(result.landingBySales).toBeCloseTo(1_000 + 340 + result.toCome, 10);
  expect(result.stages).toMatchObject([
    { stage: 'offer', count: 3, amount: 500, probabilityBySales: 0.56 },
    { stage: 'first', count: 4, amount: 600, probabilityBySales: 0.1, probabilityByHistory: 0.25 },
  ]);
});

test('[LND-41] what is still to come grows from nothing to the usual pace over two cycles', () => {
  const days = Array.from({ length: 120 }, (_, i) => (i + 1) / 120);
  expect(pipelineLanding(INPUT).toCome).toBeCloseTo(10 * days.reduce((sum, share) => sum + share), 6);
  expect(pipelineLanding({ ...INPUT, until: TO }).toCome).toBe(0);
});

test('[LND-40] without decided deals the past says nothing, and without deals nothing is open', () => {
  const none = pipelineLanding({ ...INPUT, decided: { won: 0, decided: 0 }, byStage: new Map() });
  expect(none).toMatchObject({ winRate: null, openByHistory: 0, openBySales: 340 });
  expect(pipelineLanding({ ...INPUT, open: [] })).toMatchObject({ stages: [], open: 0, openBySales: 0 });
});
