import { useMemo, useState } from 'react';
import { combinedSheets } from '#core/begin/combine-sheets.ts';
import type { KpiSheet } from '#core/begin/kpi-sheet.ts';
import { type KpiMatch, matchKpis } from '#core/begin/match-kpis.ts';
import { freeId } from '#core/begin/node-id.ts';
import { readKpiSheet } from '#core/begin/read-kpi-sheet.ts';
import { type SheetKpi, sheetKpis } from '#core/begin/sheet-kpis.ts';
import { sheetPlan } from '#core/begin/sheet-plan.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { GivenSheets } from './sheet-source.ts';

/** What somebody decides about a sheet; everything else is proposed. */
export interface SheetAnswers {
  /** Place of the sheet in its file; all that can be read, when absent. */
  readonly sheet?: number;
  readonly year?: number;
  readonly kind?: 'target' | 'actual';
  /** By KPI; empty: one of the team's own. */
  readonly metrics: Readonly<Record<string, string>>;
  readonly goal?: string;
  readonly name?: string;
  readonly owner: string;
}

/** A sheet on its way to a plan: read, matched, proposed, all anew with every answer. */
export function useSheetPlan(
  given: GivenSheets,
  catalogue: Catalogue | undefined,
  member: string,
  defaultName: (year: string) => string,
) {
  const { today, calendar, currency, plans } = useWorkspace();
  const [answers, setAnswers] = useState<SheetAnswers>({ metrics: {}, owner: member });
  const { sheet: index, year, kind, metrics, goal, owner } = answers;
  const source = given.sheets[index ?? 0];
  const reads = useMemo(() => {
    const file = given.file.replace(/\.[a-z]+$/i, '');
    const said = { ...(year === undefined ? {} : { year }), ...(kind ? { kind } : {}) };
    return given.sheets.map(({ name, rows }) =>
      readKpiSheet(rows, {
        fiscalYearStarts: calendar.fiscalYearStarts,
        today,
        titles: [name, file].filter(Boolean),
        ...said,
      }),
    );
  }, [given, calendar, today, year, kind]);
  const readable = given.sheets.flatMap(({ name }, place) => (reads[place]?.ok ? [{ place, name }] : []));
  const read = useMemo(() => readOf(given, reads, index), [given, reads, index]);
  const kpis = useMemo<readonly SheetKpi[]>(() => (read.ok ? sheetKpis(read.value) : []), [read]);
  const matches = useMemo<readonly KpiMatch[]>(() => (catalogue ? matchKpis(kpis, catalogue) : []), [kpis, catalogue]);
  const period = read.ok ? (read.value.months[0]?.slice(0, 4) ?? '') : '';
  const id = freeId(`plan-${period}`, wanted => plans.some(plan => plan.id === wanted));
  const name = answers.name ?? defaultName(period);
  const chosen = useMemo(() => chosenMetrics(matches, metrics), [matches, metrics]);
  const plan = useMemo(() => {
    if (!read.ok || !catalogue) return undefined;
    const named = name.trim() === '' ? `KPI ${period}` : name.trim();
    const choices = { metrics: chosen, id, name: named, calendar, currency, ...(goal === undefined ? {} : { goal }) };
    return sheetPlan(read.value, { ...choices, ...(owner === '' ? {} : { owner }) }, catalogue);
  }, [read, catalogue, chosen, goal, id, name, period, calendar, currency, owner]);
  return { answers, setAnswers, read, readable, kpis, matches, chosen, plan, source, name };
}

/** The sheet that was chosen; without a choice all that can be read, as one. */
function readOf(given: GivenSheets, reads: readonly Result<KpiSheet>[], index: number | undefined): Result<KpiSheet> {
  const one = reads[index ?? 0];
  if (index !== undefined && one) return one;
  const found = reads.flatMap((read, place) => (read.ok ? [{ name: given.sheets[place]?.name ?? '', sheet: read.value }] : []));
  const sheet = combinedSheets(found);
  return sheet ? ok(sheet, sheet.doubts) : (one ?? failed([]));
}

/** The metric of each KPI: as somebody said, else as it was matched; nobody's twice. */
function chosenMetrics(matches: readonly KpiMatch[], said: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const told = new Set(Object.values(said));
  return new Map(
    matches.flatMap(({ kpi, metric }) => {
      const own = said[kpi];
      if (own !== undefined) return own === '' ? [] : [[kpi, own] as const];
      return metric === undefined || told.has(metric) ? [] : [[kpi, metric] as const];
    }),
  );
}
