import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { shiftPoint } from '../number/decimal.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { applyChange, type Change } from '../text/change.ts';
import { foldWidth } from '../text/fold-width.ts';
import { formatValue } from '../text/format-value.ts';
import { parseChange } from '../text/parse-change.ts';
import type { Direction, Unit } from '../unit/unit.ts';
import { planMessages } from './plan-messages.ts';
import { type Level, splitDeadline, type Target } from './target.ts';

const problem = problemsOf(planMessages);

/**
 * A target said as a change from the baseline, made absolute: `+20%`, `20%削減`, `前年比120%`, `+0.5pt`. [CNV-02, DES-69]
 * Undefined when the text is no change. 「5%拡大」 of a rate is refused with both readings; a change without baseline too.
 */
export function resolveRelative(
  input: string,
  node: { readonly unit: Unit; readonly direction: Direction },
  baseline: Level | undefined,
  calendar: CalendarSettings,
  start: Day,
): { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly problem: Problem } | undefined {
  const text = foldWidth(input).replace(/\s+/g, ' ').trim();
  if (ABSOLUTE.test(text)) return undefined;
  const deadline = splitDeadline(text, calendar, start);
  const rest = deadline?.rest ?? text;
  const reading = parseChange(rest, { isRate: node.unit.kind === 'ratio', ...(baseline ? { base: baseline.value } : {}) });
  if (reading.kind === 'not-a-change' || (reading.kind === 'change' && reading.change.mode === 'index' && !/[%比]/.test(rest)))
    return undefined;
  const by = deadline?.by === undefined ? {} : { by: deadline.by };
  const sign = node.direction === 'down' ? ('at-most' as const) : ('at-least' as const);
  const per = baseline?.per ? { per: baseline.per } : {};
  if (reading.kind === 'change' && reading.change.mode === 'level')
    return { ok: true, target: { value: reading.change.to, ...per, sign, ...by } };
  if (!baseline) return { ok: false, problem: problem('target-needs-baseline', { text: input }) };
  const at = (change: Parameters<typeof applyChange>[1]) => applyChange(baseline.value, change);
  if (reading.kind === 'ambiguous') {
    const [first, second] = reading.readings.map(change => formatValue(at(change), node.unit, 'en', undefined, { digits: 2 }));
    return { ok: false, problem: problem('target-ambiguous', { text: input, first: first ?? '', second: second ?? '' }) };
  }
  const change = inUnit(reading.change, rest, node.unit);
  if (!change) return { ok: false, problem: problem('target-unit', { text: input, kind: node.unit.kind }) };
  return { ok: true, target: { value: at(change), ...per, sign, ...by } };
}

/** What most targets look like; none of these can be a change, and telling so at once spares large plans much of their time. */
export const ABSOLUTE = /^(?:[<>]?=|[<>≤≥]|) ?[\d,.]+ ?[千百]?[万億]?円?(?: per (?:day|week|month|quarter|year))?$/;

/** Points are hundredths of a rate and whole points of a score; of anything else they are nothing. */
function inUnit(change: Change, text: string, unit: Unit): Change | undefined {
  if (change.mode !== 'points' || !/pts?\b|pp\b|points?|ポイント/i.test(text) || unit.kind === 'ratio') return change;
  return unit.kind === 'score' ? { mode: 'points', by: shiftPoint(change.by, 2) } : undefined;
}
