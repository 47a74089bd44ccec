import { describe, expect, test } from 'vitest';
import { arrivingFrom, arrivingIn, outlookOf } from './outlook.ts';
import type { Arrivals } from './worker-message.ts';

/** Four months; one unit brings 10 two months later; 100 was under way for the first two. */
const arrivals: Arrivals = {
  goal: 'sales',
  months: ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
  before: [100, 100, 0, 0, 0, 0],
  levers: [
    {
      node: 'leads',
      amounts: [10, 10, 12, 12],
      response: [0, 1, 2, 3].map(from => Array.from({ length: 6 }, (_, to) => (to === from + 2 ? 10 : 0))),
    },
  ],
};

describe('[PLN-71] what each month will deliver', () => {
  const none = () => undefined;

  test('before anything has happened, as planned', () => {
    const found = outlookOf(arrivals, 0, none, () => 100);
    expect(found.map(({ value }) => value)).toEqual([100, 100, 100, 100]);
    expect(found.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
    expect(found[0]?.influence).toBe(0);
    expect(found[2]?.influence).toBe(1);
  });

  test('what was created so far counts as it was, and what no plan can change is lost', () => {
    const actual = (node: string, month: number) =>
      node === 'leads' && month === 0 ? 6 : node === 'sales' && month === 0 ? 80 : undefined;
    const found = outlookOf(arrivals, 1, actual, () => 100);
    expect(found.map(({ value }) => value)).toEqual([80, 100, 60, 100]);
    expect(found.map(({ state }) => state)).toEqual(['over', 'met', 'lost', 'met']);
  });

  test('a month that can still be influenced is short, not lost; without a target nothing is short', () => {
    expect(outlookOf(arrivals, 0, none, () => 120).map(({ state }) => state)).toEqual(['lost', 'lost', 'short', 'short']);
    expect(outlookOf(arrivals, 0, none, none).every(({ state }) => state === 'met')).toBe(true);
  });
});

describe('[PLN-72] when what is created arrives', () => {
  test('forwards, also behind the end of the plan', () => {
    expect(arrivingFrom(arrivals, 'leads', 0)).toEqual([{ month: '2026-06', value: 100 }]);
    expect(arrivingFrom(arrivals, 'leads', 3)).toEqual([{ month: '2026-09', value: 120 }]);
    expect(arrivingFrom(arrivals, 'nobody', 3)).toEqual([]);
  });

  test('backwards', () => {
    expect(arrivingIn(arrivals, 'leads', 3)).toEqual([{ from: 1, value: 100 }]);
    expect(arrivingIn(arrivals, 'leads', 0)).toEqual([]);
  });
});
