import type { NodeView } from '#contract/plan-view.ts';
import { stagedMonths } from '#core/ambition/staged-months.ts';
import { amountText } from '#core/planner/schedule-sheet.ts';
import type { CellChange } from './sheet-cells.ts';

/** Steps towards a target, all of one month. */
export interface Steps {
  readonly steps: readonly { readonly months: 3 | 6 | 12; readonly value: number }[];
  readonly present: number | null;
}

/** The cells of the sheet that set a KPI's months to steps towards its target, from the month after today's on. [DES-53] */
export function stagedCells(
  { id, unit, direction }: Pick<NodeView, 'id' | 'unit' | 'direction'>,
  { steps, present }: Steps,
  months: readonly { readonly key: string; readonly from: string }[],
  today: string,
): readonly CellChange[] {
  const ahead = months.filter(({ from }) => from > today);
  const line = { kind: 'target', node: id, department: '', medium: '' } as const;
  const whole = (value: number) => (direction === 'down' ? Math.floor(value + 1e-9) : Math.ceil(value - 1e-9));
  return stagedMonths(steps, present, ahead.length).map((value, i): CellChange => {
    const text =
      unit.kind === 'ratio'
        ? `${amountText(Math.round(value * 1000) / 10)}%`
        : amountText(unit.kind === 'count' || unit.kind === 'money' ? whole(value) : Math.round(value * 100) / 100);
    return { line, month: ahead[i]?.key ?? '', value: text };
  });
}
