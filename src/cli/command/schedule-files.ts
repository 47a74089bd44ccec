import type { PlanText } from '#core/plan/build-plan.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { csvRows } from '#core/plan/csv-cells.ts';
import { parseLag } from '#core/plan/lag.ts';
import { type LagShare, spreadText } from '#core/plan/lag-spread.ts';
import { parseAmount } from '#core/plan/target.ts';
import { type LagDistribution, stageDatesIn } from '#core/planner/lag-distribution.ts';
import { learnedLag } from '#core/planner/learned-lag.ts';
import type { PlannerRequest } from '#core/planner/planner.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import type { Io } from '../io.ts';
import { readText } from '../read-file.ts';

/**
 * Delays by node: shares by whole months (`0/15/35/30/20`), as a plan writes them (`15% in 1 month, 85% in 2 months`), or a file of
 * dates to learn them from. What was learned is told. Undefined when a file cannot be read.
 */
export function delaysIn(
  texts: Readonly<Record<string, string>>,
  io: Io,
): Required<Pick<PlannerRequest, 'lags' | 'learned'>> | undefined {
  const lags = new Map<string, LagDistribution>();
  const learned = new Map<string, readonly LagShare[]>();
  for (const [node, text] of Object.entries(texts)) {
    if (!text.endsWith('.csv')) {
      const typed = parseLag(text);
      if (typed.ok) learned.set(node, typed.lag.spread ?? [{ share: '1', takes: typed.lag }]);
      else lags.set(node, text.split(/[,/]/).map(Number));
      continue;
    }
    const file = readText(text, io);
    if (file === undefined) return undefined;
    const dates = stageDatesIn(file);
    const found = dates && learnedLag(dates.stages, dates.asOf);
    if (!found) {
      // Refused by the planner, which says what was expected.
      lags.set(node, []);
      continue;
    }
    learned.set(node, found.shares);
    const { converted, open, half, most, shares } = found;
    io.note(
      io.lang === 'ja'
        ? `${node}の遅れを${converted}件から求めました（未決の${open}件は途中として計算）。半数が${half}日以内、9割が${most}日以内です。\n  lag: "${spreadText(shares)}"`
        : `The delays of ${node} are learned from ${converted} that converted (${open} still open count as under way): half within ${half} days, 90% within ${most} days.\n  lag: "${spreadText(shares)}"`,
    );
  }
  return { lags, learned };
}

/** Actuals of the months or weeks that are over: one row per node, its id and then its amounts. Undefined when they cannot be read. */
export function actualsIn(file: string, io: Io): ReadonlyMap<string, readonly number[]> | undefined {
  const text = readText(file, io);
  if (text === undefined) return undefined;
  const rows = new Map<string, readonly number[]>();
  for (const [first, ...cells] of csvRows(text)) {
    const node = first?.text.trim() ?? '';
    if (node === '' || node === 'node') continue;
    const values = cells.map(cell => parseAmount(cell.text.trim()));
    const wrong = values.findIndex((value, i) => value === undefined && cells[i]?.text.trim() !== '');
    if (wrong !== -1) {
      const cell = cells[wrong]?.text ?? '';
      io.note(
        io.lang === 'ja'
          ? `${file}: ${node}の値「${cell}」は数値として読めません。`
          : `${file}: the value "${cell}" of ${node} cannot be read as a number.`,
      );
      return undefined;
    }
    const last = values.findLastIndex(value => value !== undefined);
    rows.set(
      node,
      values.slice(0, last + 1).map(value => Number(value ?? 0)),
    );
  }
  return rows;
}

/** Rows of actuals as those of the goal and those of levers. */
export function ofGoal(
  rows: ReadonlyMap<string, readonly number[]>,
  texts: PlanText,
  goal: string | undefined,
): NonNullable<PlannerRequest['actuals']> {
  const parsed = parsePlan(texts, readProductCatalogue());
  const goals = parsed.ok ? [...parsed.value.plan.nodes.values()].filter(({ role }) => role === 'goal') : [];
  const own = goal ?? goals[0]?.id ?? '';
  return { levers: new Map([...rows].filter(([id]) => id !== own)), delivered: rows.get(own) ?? [] };
}
