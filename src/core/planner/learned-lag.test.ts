import { expect, test } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { parseLag } from '../plan/lag.ts';
import { meanDays, spreadText } from '../plan/lag-spread.ts';
import { Random } from '../stats/random.ts';
import type { StageDates } from './lag-distribution.ts';
import { learnedLag } from './learned-lag.ts';

const AS_OF = '2026-03-31' as Day;
const SEED = 62_000_013;

/** Leads of two years that grow month by month; three of ten convert, after 10 to 150 days. */
function stream(random: Random): { readonly stages: readonly StageDates[]; readonly truth: readonly number[] } {
  const stages: StageDates[] = [];
  const truth: number[] = [];
  for (let ago = 730; ago >= 0; ago--)
    for (let i = 0; i < 3 * 1.003 ** (730 - ago); i++) {
      const from = addDays(AS_OF, -ago);
      if (random.uniform() > 0.3) {
        stages.push({ from });
        continue;
      }
      const delay = 10 + Math.floor(140 * random.uniform() * random.uniform());
      truth.push(delay);
      const to = addDays(from, delay);
      stages.push(to <= AS_OF ? { from, to } : { from });
    }
  return { stages, truth };
}

test(`[PLA-13] a delay is learned though many are still open (seed ${SEED}); open ones count as under way`, () => {
  const { stages, truth } = stream(new Random(SEED));
  const learned = learnedLag(stages, AS_OF);
  if (!learned) throw new Error('nothing learned');
  const sorted = truth.toSorted((a, b) => a - b);
  const mean = truth.reduce((sum, delay) => sum + delay, 0) / truth.length;
  const plain = stages.flatMap(({ from, to }) => (to ? [(Date.parse(to) - Date.parse(from)) / 86_400_000] : []));
  const plainMean = plain.reduce((sum, delay) => sum + delay, 0) / plain.length;
  expect(learned.converted + learned.open).toBe(stages.length);
  expect(Math.abs(learned.half - (sorted[Math.floor(sorted.length * 0.5)] ?? 0))).toBeLessThanOrEqual(4);
  expect(Math.abs(learned.most - (sorted[Math.floor(sorted.length * 0.9)] ?? 0))).toBeLessThanOrEqual(8);
  expect(Math.abs(meanDays(learned.shares) - mean)).toBeLessThan(1.5);
  expect(mean - plainMean).toBeGreaterThan(1.5);
});

test('[PLA-13] what is learned can be written into a plan and is read as the same', () => {
  const learned = learnedLag(stream(new Random(SEED)).stages, AS_OF);
  if (!learned) throw new Error('nothing learned');
  expect(learned.shares.length).toBeLessThanOrEqual(8);
  const read = parseLag(`${spreadText(learned.shares)} after leads`);
  expect(read.ok && read.lag.spread).toEqual(learned.shares);
});

test('[PLA-13] counts stand for as many rows; nothing converted, nothing learned', () => {
  const one = { from: '2025-06-01' as Day, to: '2025-07-01' as Day };
  const open = { from: '2025-06-01' as Day };
  const rows = learnedLag([one, one, one, open, open], AS_OF);
  expect(
    learnedLag(
      [
        { ...one, count: 3 },
        { ...open, count: 2 },
      ],
      AS_OF,
    ),
  ).toEqual(rows);
  expect(rows).toMatchObject({ converted: 3, open: 2, shares: [{ share: '1', takes: { amount: 30, in: 'days' } }] });
  expect(learnedLag([open], AS_OF)).toBeUndefined();
});
