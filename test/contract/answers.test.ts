import { expect, test } from 'vitest';
import { accepted, importText, openStage, type Stage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: voice
period: 2026-04-01/2027-03-31
goals:
  net: { target: 50 by 2027-03-31, unit: score -100..100, owner: sales/sato }
kpis:
  mean: { target: 4, unit: score 1..5, owner: sales/sato, supports: [{ to: net, because: Content customers recommend }] }
  happy: { target: 60%, unit: ratio, owner: sales/sato, supports: [{ to: net, because: Content customers recommend }] }
  answered: { target: 100 per month, unit: count of answer, owner: sales/sato, supports: [{ to: net, because: More answers say more }] }
`;
const METRICS = `
datasets:
  voices:
    kind: event
    time: at
    columns: { at: date, answer: text, score: integer, stars: integer }
metrics:
  answered: { from: voices, count: rows, unit: count of answer }
  promoters: { from: voices, count: rows, where: { score: 9..10 }, unit: count of answer }
  detractors: { from: voices, count: rows, where: { score: 0..6 }, unit: count of answer }
  content: { from: voices, count: rows, where: { stars: 4..5 }, unit: count of answer }
  net: { equals: (promoters - detractors) / answered * 100, unit: score -100..100 }
  happy: { equals: content / answered, unit: ratio }
  mean: { from: voices, mean: stars, unit: score 1..5 }
`;

async function voices(scores: readonly (readonly [number, number])[]): Promise<Stage> {
  const stage = await openStage();
  accepted(await stage.ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await stage.ask('publishPlan', { plan: 'voice', body: { reason: 'First' } }));
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const rows = scores.map(
    ([score, stars], place) => `2026-11-${String((place % 20) + 1).padStart(2, '0')},a${place},${score},${stars}`,
  );
  await importText(stage, 'voices.csv', `at,answer,score,stars\n${rows.join('\n')}\n`);
  return stage;
}

test('[MEA-09] [ANS-01] NPS, satisfaction and means from answers with n and interval on the page of the KPI', async () => {
  const { ask } = await voices([...times(62, [9, 5]), ...times(26, [8, 4]), ...times(12, [3, 2])]);
  const of = async (node: string) => accepted(await ask('kpiPage', { plan: 'voice', node })).answers;
  const net = await of('net');
  expect(net).toMatchObject({ kind: 'net', n: 100, value: 50, lowConfidence: false });
  expect(net?.low).toBeCloseTo(36.28, 2);
  const mean = await of('mean');
  expect(mean).toMatchObject({ kind: 'mean', n: 100 });
  expect(mean?.value).toBeCloseTo(4.38, 10);
  expect(await of('happy')).toMatchObject({ kind: 'share', n: 100, value: 0.88 });
  // A number of answers is no figure made from answers.
  expect(await of('answered')).toBeNull();
});

test('[MEA-09] fewer than 30 answers are of low confidence', async () => {
  const { ask } = await voices(times(29, [9, 5]));
  expect(accepted(await ask('kpiPage', { plan: 'voice', node: 'net' })).answers).toMatchObject({ n: 29, lowConfidence: true });
});

function times(count: number, one: readonly [number, number]): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, () => one);
}
