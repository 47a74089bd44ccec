import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numberOf } from '#core/measure/observation.ts';
import { valueFrom } from '../app/ask.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useFigures } from '../ui/figures.ts';
import { showToast } from '../ui/toasts.tsx';
import { outlookOf } from './outlook.ts';
import { weeklyHere } from './plan-desk.ts';
import { cellText, type ScheduleRow } from './schedule-rows.ts';
import { useFound } from './use-found.ts';
import type { Planning } from './use-planning.ts';
import { useReadWith } from './use-read-with.ts';
import type { ScheduleDesk } from './use-schedule.ts';
import { weekCells } from './week-cells.ts';
import type { WeeklyPlan } from './worker-message.ts';

/** The plan by week: the amounts of its months as weeks, with what each will deliver; undefined until it is worked out. [PLN-79] */
export function useWeeks(planning: Planning, monthly: ScheduleDesk, isAsked: boolean): ScheduleDesk | undefined {
  const { view, checked, desk } = planning;
  const { today } = useWorkspace();
  const figures = useFigures();
  const { t } = useTranslation('schedule');
  const read = useReadWith(checked?.texts);
  const { value: weekly } = useFound(isAsked ? read : undefined, weeklyHere);
  const months = useMemo(
    () =>
      (weekly?.weeks ?? []).map(({ key, to, pieces }) => {
        const isClosed = pieces.every(({ month }) => monthly.months.find(one => one.key === month)?.lock === 'closed');
        return { key, lock: isClosed ? ('closed' as const) : to < today ? ('over' as const) : undefined };
      }),
    [weekly, monthly.months, today],
  );
  const past = (weekly?.weeks ?? []).filter(({ to }) => to < today).length;
  const asked = [...new Set(weekly?.arrivals.flatMap(({ goal, levers }) => [goal, ...levers.map(({ node }) => node)]))];
  const actuals = useWeeklyActuals(planning, weekly, past, asked);
  const rows = useMemo(() => (weekly ? weeklyRows(monthly.rows, weekly) : []), [weekly, monthly.rows]);
  if (!isAsked || !weekly || !view) return undefined;
  const actualOf = (node: string, week: number) => actuals.get(`${node} ${week}`);
  const outlooks = weekly.arrivals.map(arrivals => {
    const row = rows.find(({ node }) => node?.id === arrivals.goal);
    const targetOf = (week: number) => {
      const value = row?.given[week] ?? row?.standing[week];
      return value === undefined ? undefined : Number(value);
    };
    return { arrivals, months: outlookOf(arrivals, past, actualOf, targetOf) };
  });
  return {
    ...monthly,
    rhythm: 'week',
    months,
    rows,
    outlooks,
    past,
    actualOf,
    plain: (row, week) => figures.plain(row.given[week] ?? short(row.standing[week]), row.of),
    write: cells => {
      const open = cells.filter(({ month }) => months[month]?.lock === undefined);
      const byRow = new Map<ScheduleRow, Map<number, string>>();
      let unread = 0;
      for (const { row, month, text } of open) {
        const value = cellText(text, row.of.unit);
        if (value === undefined) unread += 1;
        else byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(month, value));
      }
      const left = [
        unread > 0 && t('unreadable', { count: unread }),
        cells.length > open.length && t('lockedWeeks', { count: cells.length - open.length }),
      ].filter(words => words !== false);
      if (left.length > 0) showToast({ kind: 'bad', text: { ja: left.join(''), en: left.join(' ') } });
      const changes = [...byRow].flatMap(([row, typed]) => weekCells({ ...row, isWhole: isWhole(row) }, typed, weekly));
      const columns = [...monthly.months, ...months].map(({ key }) => key);
      if (changes.length > 0) void desk.edit({ kind: 'cells', months: columns, changes });
    },
  };
}

/** Lines whose amounts fall on weeks. */
function weeklyRows(rows: readonly ScheduleRow[], weekly: WeeklyPlan): readonly ScheduleRow[] {
  return rows.flatMap(row => {
    const own = weekly.rows.find(({ node }) => node === row.node?.id);
    if (!own) return [];
    const standing = own.standing.map(amount => (amount === null ? undefined : String(isWhole(row) ? round(amount) : amount)));
    return [{ ...row, given: own.given.map(amount => amount ?? undefined), standing }];
  });
}

function isWhole({ of: { unit } }: ScheduleRow): boolean {
  return unit.kind === 'count' || unit.kind === 'money';
}

/** Amounts below ten keep a decimal: nobody plans 0 of 0.4. */
function round(amount: number): number {
  return amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
}

function short(amount: string | undefined): string | undefined {
  return amount === undefined ? undefined : String(Math.round(Number(amount) * 100) / 100);
}

/** What was measured in the weeks that are over. */
function useWeeklyActuals(
  { view, nodeOf }: Planning,
  weekly: WeeklyPlan | undefined,
  past: number,
  nodes: readonly string[],
): ReadonlyMap<string, number> {
  const to = weekly?.weeks[past - 1]?.to;
  const from = view?.period.from;
  const over = from !== undefined && to !== undefined ? { from, to } : undefined;
  return useQueries({
    queries: (over ? nodes : []).flatMap(node => {
      if (!over) return [];
      const input = { metric: nodeOf(node)?.metric ?? node, ...over, grain: 'week' as const };
      return [
        {
          queryKey: ['query', input],
          queryFn: ({ signal }: { readonly signal: AbortSignal }) => valueFrom('query', input, signal),
          retry: false,
        },
      ];
    }),
    combine: answers => {
      const found = new Map<string, number>();
      for (const [i, { data }] of answers.entries()) {
        for (const { from: first, observation } of data?.totals ?? []) {
          const week = weekly?.weeks.findIndex(one => one.from <= first && first <= one.to) ?? -1;
          const value = numberOf(observation);
          if (week >= 0 && week < past && value !== undefined) found.set(`${nodes[i]} ${week}`, value);
        }
      }
      return found;
    },
  });
}
