import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween, parseDay } from '../calendar/day.ts';
import { parseComment } from './comment.ts';
import { dueList } from './due-list.ts';
import { followUpDays } from './follow-up-days.ts';
import { checkMember, type Member } from './member.ts';
import { missingComments } from './missing-comments.ts';
import { priorityOf } from './priority.ts';
import { searchWords } from './search-words.ts';
import { studentQuantile } from './student-quantile.ts';
import { parseToDo } from './to-do.ts';

const TODAY = day('2026-06-10');
const tanaka: Member = { id: 'marketing/tanaka', name: '田中', department: null, role: 'member', active: true };

test('[ACT-30] a to-do needs a title, one known owner and a due date, and no KPI', () => {
  const input = { title: ' 資料を送る ', owner: 'marketing/tanaka', due: TODAY, note: '', initiative: null };
  expect(parseToDo(input, [tanaka])).toMatchObject({ ok: true, value: { title: '資料を送る' } });
  expect(parseToDo({ ...input, title: '', owner: null, due: null }, [tanaka]).problems.map(({ code }) => code)).toEqual([
    'text-missing',
    'owner-missing',
    'due-missing',
  ]);
});

test('[ACT-31] a comment has a cause, a countermeasure, or both', () => {
  expect(parseComment({ cause: ' 天候 ', countermeasure: '' })).toMatchObject({
    ok: true,
    value: { cause: '天候', countermeasure: '' },
  });
  expect(parseComment({ cause: ' ', countermeasure: '\n' }).problems.map(({ code }) => code)).toEqual(['comment-empty']);
});

test('[ACT-32] comments not written yet: every KPI and period, less those with a comment by anybody', () => {
  const leads = { plan: 'p', node: 'leads', owner: 'a' };
  const deals = { plan: 'p', node: 'deals', owner: 'b' };
  const missing = missingComments(
    [leads, deals],
    ['2026-W23', '2026-W24'],
    [{ kpi: { plan: 'p', node: 'leads' }, period: '2026-W23' }],
  );
  expect(missing).toEqual([
    { ...deals, period: '2026-W23' },
    { ...leads, period: '2026-W24' },
    { ...deals, period: '2026-W24' },
  ]);
  expect(missingComments([], ['2026-W23'], [])).toEqual([]);
});

test('[ACT-33] open work is overdue, due today, soon or later; nothing is lost or listed twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -40, max: 40 })), fc.integer({ min: 0, max: 20 }), (offsets, soon) => {
      const open = offsets.map((offset, id) => ({ id, due: addDays(TODAY, offset) }));
      const list = dueList(open, TODAY, soon);
      const all = [...list.overdue, ...list.today, ...list.soon, ...list.later];
      expect(all.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
      const distances = all.map(({ due }) => daysBetween(TODAY, due));
      expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      expect(list.overdue.every(({ due }) => due < TODAY)).toBe(true);
      expect(list.today.every(({ due }) => due === TODAY)).toBe(true);
      expect(list.soon.every(({ due }) => daysBetween(TODAY, due) >= 1 && daysBetween(TODAY, due) <= soon)).toBe(true);
    }),
    { seed: 20260610 },
  );
});

test('[ACT-12] started on 1 June, looked at every 14 days: 15 and 29 June', () => {
  expect(followUpDays(day('2026-06-01'), day('2026-06-30'))).toEqual(['2026-06-15', '2026-06-29']);
  expect(followUpDays(day('2026-06-01'), day('2026-06-15'))).toEqual(['2026-06-15']);
  expect(followUpDays(day('2026-06-01'), day('2026-06-14'))).toEqual([]);
  expect(() => followUpDays(day('2026-06-01'), day('2026-06-30'), 0)).toThrow();
});

test('[ACT-04] priority is impact × confidence × spill-over ÷ effort', () => {
  const even = { confidence: 1, spillOver: 1 };
  expect(priorityOf({ ...even, impact: 3, effort: 1 })).toBe(3);
  expect(priorityOf({ ...even, impact: 4, effort: 2 })).toBe(2);
  expect(priorityOf({ ...even, impact: 3, effort: 3 })).toBe(1);
  expect(priorityOf({ impact: 3, confidence: 0.5, spillOver: 2, effort: 1 })).toBe(3);
  expect(priorityOf({ ...even, impact: 3, effort: 0 })).toBeUndefined();
  expect(priorityOf({ ...even, impact: Number.NaN, effort: 1 })).toBeUndefined();
});

test('[ACT-34] the words of a search, however they are typed', () => {
  expect(searchWords(' ｶｰﾄ　ＣＶＲ ')).toEqual(searchWords('かーと cvr'));
  expect(searchWords('カート CVR')).toHaveLength(2);
  expect(searchWords(' ')).toEqual([]);
});

test('[ACT-36] member ids are lower-case words in parts', () => {
  for (const id of ['sales/sato', 'ceo', 'tokyo/sales-2/a1']) expect(checkMember({ ...tanaka, id })).toEqual([]);
  for (const id of ['', 'Sales/sato', 'sales//sato', '/sato', 'sato/', 'a b', '佐藤', '-a', 'a'.repeat(101)]) {
    expect(checkMember({ ...tanaka, id }).map(({ code }) => code)).toEqual(['member-id']);
  }
  expect(checkMember({ ...tanaka, name: ' ' }).map(({ code }) => code)).toEqual(['text-missing']);
});

test('[EFF-04] quantiles of Student’s t agree with the published table', () => {
  const table: readonly [number, number, number][] = [
    [2, 4.3027, 0.02],
    [3, 3.1824, 0.005],
    [5, 2.5706, 0.001],
    [10, 2.2281, 0.0001],
    [30, 2.0423, 0.0001],
    [1e9, 1.96, 0.0001],
  ];
  for (const [degrees, quantile, error] of table) expect(Math.abs(studentQuantile(degrees) / quantile - 1)).toBeLessThan(error);
});

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
