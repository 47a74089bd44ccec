import { amountText } from '#core/planner/schedule-sheet.ts';
import type { CellChange, SheetLine } from './sheet-cells.ts';
import type { WeeklyPlan } from './worker-message.ts';

/** A line of a plan in weeks. */
export interface WeekLine {
  readonly line: SheetLine;
  readonly given: readonly (string | undefined)[];
  readonly standing: readonly (string | undefined)[];
  /** Things that cannot be halved: weeks that are written beside those that were typed are whole. */
  readonly isWhole: boolean;
}

/**
 * The cells of the sheet that make weeks of a line what was typed. [PLN-79]
 *
 * Every month that a changed week lies in becomes the sum of its weeks, a week that crosses its end by its business days; its other
 * weeks are written as they stood, so that weeks and months say the same. A week that is emptied goes back to what its month gives.
 */
export function weekCells(
  { line, given, standing, isWhole }: WeekLine,
  typed: ReadonlyMap<number, string>,
  { weeks }: Pick<WeeklyPlan, 'weeks'>,
): readonly CellChange[] {
  const touched = new Set([...typed.keys()].flatMap(week => weeks[week]?.pieces.map(({ month }) => month) ?? []));
  const rounded = (value: number) => (isWhole ? Math.round(value) : Math.round(value * 100) / 100);
  const amountOf = (week: number): string => {
    const own = typed.get(week) || (typed.has(week) ? undefined : given[week]);
    return own ?? amountText(rounded(Number(standing[week] ?? 0)));
  };
  const pinned = weeks.flatMap(({ key, pieces }, week) =>
    pieces.some(({ month }) => touched.has(month)) ? [{ line, month: key, value: amountOf(week) }] : [],
  );
  const months = [...touched].map(month => {
    const sum = weeks.reduce((all, { pieces }, week) => {
      const share = pieces.find(piece => piece.month === month)?.share ?? 0;
      return share > 0 ? all + share * Number(amountOf(week)) : all;
    }, 0);
    return { line, month, value: amountText(rounded(sum)) };
  });
  return [...pinned, ...months];
}
