import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { achievementOf } from './achievement.ts';
import { gaugeOf } from './gauge.ts';
import type { Standing } from './node-progress.ts';

const range = { from: '2026-06-01' as Day, to: '2026-06-30' as Day };
const compared = { range, observation: { state: 'no-data' }, notes: [{ kind: 'same-length', days: 30 }] } as const;

function standing(more: Partial<Standing>): Standing {
  return { range, actual: { state: 'no-data' }, close: 'open', previous: compared, lastYear: compared, ...more };
}

test('[VIS-07] 7,200,000 of 9,000,000 fill the gauge to 80 %, with a stroke at the time gone', () => {
  expect(gaugeOf(standing({ ofWhole: 0.8, elapsed: 0.75 }), 'up')).toEqual({ share: 0.8, pace: 0.75, isInverted: false });
  expect(gaugeOf(standing({}), 'up')).toBe(undefined);
});

test('[VIS-07] where less is better the scale is inverted: 4,200 towards 4,000 fill 95.2 %, 3,800 fill it all', () => {
  const gauge = (actual: number) => {
    const achievement = achievementOf(actual, { value: 4_000 }, 'down');
    return gaugeOf(standing(achievement ? { achievement } : {}), 'down');
  };
  expect(gauge(4_200)).toMatchObject({ isInverted: true, pace: undefined });
  expect(gauge(4_200)?.share).toBeCloseTo(0.952, 3);
  expect(gauge(3_800)?.share).toBeGreaterThan(1);
  expect(gaugeOf(standing({ ofWhole: 0.4 }), 'down')).toBe(undefined);
});
