import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberOf } from '#core/measure/observation.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useFigures } from '../ui/figures.ts';
import { showToast } from '../ui/toasts.tsx';
import { type OutlookMonth, outlookOf } from './outlook.ts';
import { arrivalsHere } from './plan-desk.ts';
import { cellText, type ScheduleRow, scheduleRows } from './schedule-rows.ts';
import type { CellChange } from './sheet-cells.ts';
import { useFound } from './use-found.ts';
import type { Planning } from './use-planning.ts';
import { useReadWith } from './use-read-with.ts';
import type { Arrivals } from './worker-message.ts';

/** The plan by month, with everything its page shows. */
export interface ScheduleDesk {
  /** Whether what stands under `months` are months or weeks. */
  readonly rhythm: 'month' | 'week';
  readonly months: readonly { readonly key: string; readonly lock: 'over' | 'closed' | undefined }[];
  readonly rows: readonly ScheduleRow[];
  /** By goal, what each month will deliver; undefined until it is worked out. */
  readonly outlooks: readonly { readonly arrivals: Arrivals; readonly months: readonly OutlookMonth[] }[] | undefined;
  readonly all: boolean;
  readonly setAll: (all: boolean) => void;
  /** Months at the plan's beginning that are over. */
  readonly past: number;
  readonly actualOf: (node: string, month: number) => number | undefined;
  /** A cell as a spreadsheet takes it. */
  readonly plain: (row: ScheduleRow, month: number) => string;
  /** Writes cells into the draft as one edit; what is locked or unreadable is left as it is, and said. */
  readonly write: (cells: readonly { readonly row: ScheduleRow; readonly month: number; readonly text: string }[]) => void;
}

export function useSchedule({ view, checked, desk, answer }: Planning): ScheduleDesk {
  const { today } = useWorkspace();
  const figures = useFigures();
  const { t } = useTranslation('schedule');
  const [all, setAll] = useState(false);
  const closes = useAnswer('closes', {}).data?.current;
  const hasBegun = view !== null && view.period.from <= today;
  const progress = useAnswer(
    'progress',
    { plan: answer.plan.id },
    { when: hasBegun && answer.version !== null, keep: true },
  ).data;
  const read = useReadWith(checked?.texts);
  const { value: arrivals } = useFound(read, arrivalsHere);
  const months = useMemo(
    () =>
      (view?.months ?? []).map(({ key, to }) => {
        const isFinal = closes?.some(step => step.source === 'all' && step.period === key && step.state === 'final');
        return { key, lock: isFinal ? ('closed' as const) : to < today ? ('over' as const) : undefined };
      }),
    [view, closes, today],
  );
  const past = (view?.months ?? []).filter(({ to }) => to < today).length;
  const actuals = useMemo(() => {
    const found = new Map<string, number>();
    if (progress?.state !== 'standing') return found;
    for (const { node, trend } of progress.nodes) {
      for (const { range, actual, running } of trend) {
        const month = view?.months.findIndex(({ from }) => from === range.from) ?? -1;
        const value = numberOf(actual);
        if (month >= 0 && !running && value !== undefined) found.set(`${node} ${month}`, value);
      }
    }
    return found;
  }, [progress, view]);
  const rows = useMemo(() => (view ? scheduleRows(view, checked?.planned ?? [], all) : []), [view, checked?.planned, all]);
  const actualOf = (node: string, month: number) => actuals.get(`${node} ${month}`);
  const outlooks = arrivals?.map(one => {
    const row = rows.find(({ node }) => node?.id === one.goal);
    const targetOf = (month: number) => {
      const value = row?.given[month] ?? row?.standing[month];
      return value === undefined ? undefined : Number(value);
    };
    return { arrivals: one, months: outlookOf(one, past, actualOf, targetOf) };
  });
  return {
    rhythm: 'month',
    months,
    rows,
    outlooks,
    all,
    setAll,
    past,
    actualOf,
    plain: (row, month) => figures.plain(row.given[month], row.of),
    write: cells => {
      const open = cells.filter(({ month }) => months[month]?.lock === undefined);
      const readable = open.flatMap(({ row, month, text }): readonly CellChange[] => {
        const value = cellText(text, row.of.unit);
        const key = months[month]?.key;
        return value === undefined || key === undefined ? [] : [{ line: row.line, month: key, value }];
      });
      const left = [
        open.length > readable.length && t('unreadable', { count: open.length - readable.length }),
        cells.length > open.length && t('locked', { count: cells.length - open.length }),
      ].filter(words => words !== false);
      if (left.length > 0) showToast({ kind: 'bad', text: { ja: left.join(''), en: left.join(' ') } });
      if (readable.length > 0) void desk.edit({ kind: 'cells', months: months.map(({ key }) => key), changes: readable });
    },
  };
}
