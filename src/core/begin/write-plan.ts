import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { monthKey, planMonths } from '../plan/month-bounds.ts';
import { scalarText } from '../plan/scalar-text.ts';
import type { Text } from '../text/text.ts';
import type { MonthKey } from './kpi-sheet.ts';

/** A plan that is begun, before it is text: everything in it is decided or openly left open. */
export interface BegunPlan {
  readonly id: string;
  readonly name: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly calendar: CalendarSettings;
  readonly currency: string;
  readonly areas?: readonly { readonly id: string; readonly name: string }[];
  readonly goals: readonly BegunNode[];
  readonly factors?: readonly BegunFactor[];
  readonly kpis: readonly BegunNode[];
}

export interface BegunFactor {
  readonly id: string;
  readonly name: string | Text;
  readonly supports: readonly string[];
  readonly because: string | Text;
  readonly impact?: number | undefined;
  readonly feasibility?: number | undefined;
  /** As it is written: 40%. */
  readonly share?: string | undefined;
}

/** A goal or KPI: its keys in the order in which they are written, and its months' targets for the sheet. */
export interface BegunNode {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue | undefined>>;
  readonly months?: ReadonlyMap<MonthKey, string>;
}

type FieldValue = string | number | boolean | Text | readonly string[];

/** The two texts of a plan that is begun; equal plans give equal bytes. [BEG-16] */
export function begunTexts(plan: BegunPlan): { readonly yaml: string; readonly sheet: string } {
  return { yaml: begunYaml(plan), sheet: begunSheet(plan) };
}

function begunYaml({ id, name, period, calendar, currency, areas = [], goals, factors = [], kpis }: BegunPlan): string {
  const clock = `zone: ${calendar.zone}, fiscal-year-starts: ${calendar.fiscalYearStarts}, week-starts: ${calendar.weekStarts}, holidays: ${calendar.holidays}`;
  const closing = typeof calendar.closingDay === 'number' ? `, closing-day: ${calendar.closingDay}` : '';
  return `${[
    'rashin: 1',
    `plan: ${scalarText(id, false)}`,
    `name: ${scalarText(name, false)}`,
    `period: ${period.from}/${period.to}`,
    `calendar: { ${clock}${closing} }`,
    `currency: ${currency}`,
    ...(areas.length === 0
      ? []
      : ['', 'areas:', ...areas.map(area => `  ${scalarText(area.id, false)}: { name: ${scalarText(area.name, true)} }`)]),
    '',
    'goals:',
    ...goals.flatMap(goal => [
      `  ${scalarText(goal.id, false)}:`,
      ...entries(goal.fields, false).map(([key, value]) => `    ${key}: ${value}`),
    ]),
    ...(factors.length === 0 ? [] : ['', 'factors:']),
    ...factors.flatMap(factor => [
      `  ${scalarText(factor.id, false)}:`,
      `    name: ${written(factor.name, false)}`,
      `    supports: [${factor.supports.map(to => scalarText(to, true)).join(', ')}]`,
      `    because: ${written(factor.because, false)}`,
      ...(['impact', 'feasibility', 'share'] as const).flatMap(key =>
        factor[key] === undefined ? [] : [`    ${key}: ${factor[key]}`],
      ),
    ]),
    ...(kpis.length === 0 ? [] : ['', 'kpis:']),
    ...kpis.map(kpi => {
      const inner = entries(kpi.fields, true).map(([key, value]) => `${key}: ${value}`);
      return `  ${scalarText(kpi.id, false)}: ${inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`}`;
    }),
  ].join('\n')}\n`;
}

/** sheet.csv with a column for each month; empty where no node has targets by month. */
function begunSheet({ period, calendar, goals, kpis }: BegunPlan): string {
  const months = planMonths({ period, calendar }).map(monthKey);
  const lines = [...goals, ...kpis].flatMap(({ id, months: targets }) => {
    if (!targets || !months.some(month => targets.has(month))) return [];
    return [[id, 'target', '', '', ...months.map(month => targets.get(month) ?? '')].join(',')];
  });
  if (lines.length === 0) return '';
  return `${[['node', 'kind', 'department', 'medium', ...months].join(','), ...lines].join('\n')}\n`;
}

function entries(fields: BegunNode['fields'], inFlow: boolean): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, written(value, inFlow)] as const],
  );
}

function written(value: FieldValue, inFlow: boolean): string {
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(one => scalarText(one, true)).join(', ')}]`;
  if (typeof value !== 'object') return scalarText(value, inFlow);
  if (value.ja === value.en) return scalarText(value.ja, inFlow);
  return `{ ja: ${scalarText(value.ja, true)}, en: ${scalarText(value.en, true)} }`;
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
