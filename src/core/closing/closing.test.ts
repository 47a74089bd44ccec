import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import type { Observation } from '../measure/observation.ts';
import { changesSince } from './close-change.ts';
import { closeTask, USUAL_DUTY } from './close-duty.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

test('[CLS-01] October is due preliminarily on the 3rd and finally on the 8th business day of November', () => {
  // The 3rd of November is a holiday.
  const at = (state: 'open' | 'preliminary' | 'final', today: string) =>
    closeTask({ ...USUAL_DUTY, owner: 'sales/sato' }, day('2026-10-31'), state, day(today), defaultCalendar);
  expect(at('open', '2026-11-05')).toMatchObject({
    preliminaryDue: '2026-11-05',
    finalDue: '2026-11-12',
    next: { step: 'preliminary', due: '2026-11-05', overdue: false },
  });
  expect(at('open', '2026-11-06').next).toMatchObject({ overdue: true });
  expect(at('preliminary', '2026-11-06').next).toEqual({ step: 'final', due: '2026-11-12', overdue: false });
  expect(at('final', '2026-12-31').next).toBeNull();
});

test('[CLS-01] with closing day 20 the days count from the 20th', () => {
  const task = closeTask(USUAL_DUTY, day('2026-11-20'), 'open', day('2026-11-21'), defaultCalendar);
  // Monday the 23rd is a holiday.
  expect([task.preliminaryDue, task.finalDue]).toEqual(['2026-11-26', '2026-12-03']);
});

const value = (exact: string): Observation => ({ state: 'value', value: Number(exact), exact });

test('[CLS-03] what differs from closing is told, to the last digit; becoming whole is no change', () => {
  const closed = [
    { plan: 'p', node: 'a', observation: value('100') },
    { plan: 'p', node: 'b', observation: value('0.1') },
    { plan: 'p', node: 'c', observation: { state: 'provisional', value: 5, exact: '5', why: 'days-missing' } as const },
    { plan: 'p', node: 'd', observation: { state: 'no-data' } as const },
    { plan: 'p', node: 'gone', observation: value('1') },
  ];
  const now = [
    { plan: 'p', node: 'a', observation: value('100.000000001') },
    { plan: 'p', node: 'b', observation: value('0.1') },
    { plan: 'p', node: 'c', observation: value('5') },
    { plan: 'p', node: 'd', observation: value('3') },
    { plan: 'p', node: 'new', observation: value('9') },
  ];
  expect(changesSince(closed, now).map(({ node, was, is }) => [node, was.state, is.state])).toEqual([
    ['a', 'value', 'value'],
    ['d', 'no-data', 'value'],
  ]);
});
