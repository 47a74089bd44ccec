import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { type Rational, rational, rationalOf } from '../number/rational.ts';
import type { Cell, ProvisionalReason, UndefinedReason } from './observation.ts';
import { sliceKey } from './part-index.ts';
import type { RequestAnswer } from './request-answers.ts';

/** Who is to get how much, or why nobody knows. */
export interface ValueWeights {
  readonly weights: readonly { readonly values: readonly string[]; readonly weight: Rational }[];
  readonly why?: UndefinedReason;
  readonly provisional?: ProvisionalReason;
}

/** Values of the metric that amounts are divided by. No data weigh nothing; neither does a value below zero. [ALC-02] */
export class Weights {
  private readonly to: readonly string[];
  private readonly cells = new Map<string, Cell[]>();
  private readonly days = new Map<string, Cell>();

  constructor(answer: RequestAnswer | undefined, to: readonly string[]) {
    this.to = to;
    if (answer?.kind !== 'weights') return;
    const { totals, cells } = answer.answer;
    for (const cell of to.length > 0 ? cells : totals) {
      const key = `${cell.from} ${cell.to}`;
      const known = this.cells.get(key);
      if (known) known.push(cell);
      else this.cells.set(key, [cell]);
      this.days.set(`${cell.from} ${sliceKey(this.valuesOf(cell))}`, cell);
    }
  }

  /** Over the days of a row, of the values that agree with those it has itself. */
  among({ from, to }: DayRange, own: readonly string[]): ValueWeights {
    const cells = (this.cells.get(`${from} ${to}`) ?? []).filter(cell => {
      const values = this.valuesOf(cell);
      return !values.includes('') && own.every((value, at) => value === '' || value === values[at]);
    });
    return {
      weights: cells.map(cell => ({ values: this.valuesOf(cell), weight: weightOf(cell) })),
      ...doubtsOf(cells),
    };
  }

  ofDays(days: readonly Day[], values: readonly string[]) {
    const cells = days.map(day => this.days.get(`${day} ${sliceKey(values)}`));
    return { weights: cells.map(weightOf), ...doubtsOf(cells.filter(cell => cell !== undefined)) };
  }

  private valuesOf({ slice }: Cell): readonly string[] {
    return this.to.map(column => slice[column] ?? '');
  }
}

function weightOf(cell: Cell | undefined): Rational {
  const value = cell && 'exact' in cell.observation ? rationalOf(cell.observation.exact) : rational(0);
  return value.numerator > 0n ? value : rational(0);
}

function doubtsOf(cells: readonly Cell[]): Pick<ValueWeights, 'why' | 'provisional'> {
  for (const { observation } of cells) if (observation.state === 'undefined') return { why: observation.why };
  for (const { observation } of cells) if (observation.state === 'provisional') return { provisional: observation.why };
  return {};
}
