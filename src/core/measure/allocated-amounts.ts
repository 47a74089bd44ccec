import { divideAmount } from '../agree/divide-amount.ts';
import type { Day } from '../calendar/day.ts';
import { type DayRange, daysIn, intersection, sameRange } from '../calendar/day-range.ts';
import type { Condition } from '../metric/measurement.ts';
import { negate, trimmed } from '../number/decimal.ts';
import { add, divide, exactDecimal, type Rational, rational, rationalOf } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import { minorDigits } from '../unit/unit.ts';
import { weightsKey } from './allocation-weights.ts';
import type { MeasuredValue } from './measured-value.ts';
import type { Decimal, ProvisionalReason, UndefinedReason } from './observation.ts';
import type { QueryPlan } from './observe-plan.ts';
import { type NamedFigure, sliceKey } from './part-index.ts';
import type { SpanSum } from './parts.ts';
import type { RequestAnswers } from './request-answers.ts';
import type { RowNeed } from './row-need.ts';
import { type ValueWeights, Weights } from './weights.ts';

/** What an allocated metric has in a period and slice. */
export interface AllocatedFigures {
  readonly figures: readonly NamedFigure[];
  /** Part of the amounts that the rule put here. */
  readonly allocated: Rational;
  readonly provisional?: ProvisionalReason;
}

/** Rows of the same days, slice and currency. */
interface Amount extends SpanSum {
  readonly currency: string;
  /** Values of the question's own columns, by their place in the cut; those of the rule are empty. */
  readonly slice: readonly string[];
  readonly pieces: readonly Piece[];
  /** Why it cannot be divided. */
  readonly why?: UndefinedReason;
  readonly provisional?: ProvisionalReason;
  /** It has no value of its own in some column of the rule. */
  readonly isShared: boolean;
}

interface Piece {
  /** Values in the order of the rule's columns. */
  readonly values: readonly string[];
  readonly sum: Decimal;
}

/**
 * The amounts of one need divided by its rule: among values first, then over days, each time by the largest remainder, in the
 * smallest unit of the currency. What is divided adds up to what the rows say, to the last digit. [ALC-01 … ALC-04]
 */
export class AllocatedAmounts {
  /** Slices that any amount has a part in, by their key. */
  readonly slices = new Map<string, readonly string[]>();
  readonly isOverflow: boolean;
  private readonly need: RowNeed;
  private readonly by: readonly string[];
  private readonly rowWeights: Weights;
  private readonly dayWeights: Weights;
  private readonly inSlice = new Map<string, Map<Amount, Piece[]>>();
  private readonly overDays = new Map<Piece, DividedDays>();

  constructor(need: RowNeed, by: readonly string[], plan: QueryPlan, answers: RequestAnswers) {
    this.need = need;
    this.by = by;
    this.rowWeights = new Weights(answers.get(weightsKey(need, 'rows')), this.to);
    this.dayWeights = new Weights(answers.get(weightsKey(need, 'days')), this.to);
    const answer = answers.get(need.key);
    this.isOverflow = answer?.kind === 'parts' && answer.answer.kind === 'overflow';
    const parts = answer?.kind === 'parts' && answer.answer.kind === 'parts' ? answer.answer.parts : [];
    const amounts = parts.flatMap(({ slice, figure }) =>
      figure.kind === 'spans'
        ? figure.spans
            .filter(span => plan.question.periods.some(period => intersection(period, span)))
            .map(span => this.amountOf(slice, span))
        : [],
    );
    for (const amount of amounts) for (const piece of amount.pieces) if (this.isAsked(piece)) this.place(amount, piece);
  }

  figures(period: DayRange, slice: readonly string[]): AllocatedFigures | Extract<MeasuredValue, { kind: 'undefined' }> {
    const sums = new Map<string, { rows: number; valued: number; sum: Rational }>();
    let [allocated, provisional]: [Rational, ProvisionalReason | undefined] = [rational(0), undefined];
    for (const [amount, pieces] of this.inSlice.get(sliceKey(slice)) ?? []) {
      const common = intersection(amount, period);
      if (!common) continue;
      const isWhole = sameRange(common, amount);
      const needsRule = !isWhole || this.cutsByRule;
      if (needsRule && amount.why) return { kind: 'undefined', why: amount.why };
      if (needsRule) provisional ??= amount.provisional;
      let own = needsRule ? rational(0) : rationalOf(amount.sum);
      for (const piece of needsRule ? pieces : []) {
        const part: DayPart = isWhole ? { sum: rationalOf(piece.sum) } : this.onDays(piece, amount, common);
        if (part.why) return { kind: 'undefined', why: part.why };
        provisional ??= part.provisional;
        own = add(own, part.sum);
      }
      if (amount.isShared || !isWhole) allocated = add(allocated, own);
      const known = sums.get(amount.currency) ?? { rows: 0, valued: 0, sum: rational(0) };
      sums.set(amount.currency, {
        rows: known.rows + amount.rows,
        valued: known.valued + amount.valued,
        sum: add(known.sum, own),
      });
    }
    const figures = [...sums].map(([currency, { rows, valued, sum }]) => ({
      figure: { kind: 'sum' as const, rows, valued, sum: inFull(sum) },
      currency,
    }));
    return { figures, allocated, ...(provisional ? { provisional } : {}) };
  }

  private place(amount: Amount, piece: Piece): void {
    const slice = this.sliceOf(amount, piece);
    const key = sliceKey(slice);
    this.slices.set(key, slice);
    const known = this.inSlice.get(key) ?? new Map<Amount, Piece[]>();
    this.inSlice.set(key, known.set(amount, [...(known.get(amount) ?? []), piece]));
  }

  private get to(): readonly string[] {
    return this.need.allocation?.rule.to ?? [];
  }

  /** Whether the question asks for one value of the rule's columns and not another. */
  private get cutsByRule(): boolean {
    return (this.need.allocation?.where.length ?? 0) > 0 || this.by.some(column => this.to.includes(column));
  }

  private amountOf(full: readonly string[], span: SpanSum): Amount {
    const { request, currencyColumn, allocation } = this.need;
    const textOf = (column: string) => full[request.by.indexOf(column)] ?? '';
    const own = this.to.map(textOf);
    const isShared = own.includes('');
    const sum = inFull(divide(rationalOf(span.sum), rationalOf(allocation?.divisor ?? '1')) ?? rational(0));
    const currency = currencyColumn === undefined ? '' : textOf(currencyColumn);
    const { why, provisional, weights } = isShared ? this.shares(own, span) : NOT_SHARED;
    const parts = this.divided(
      sum,
      weights.map(({ weight }) => weight),
      currency,
    );
    return {
      ...span,
      sum,
      currency,
      slice: this.by.map(column => (this.to.includes(column) ? '' : textOf(column))),
      pieces: parts ? weights.map(({ values }, at) => ({ values, sum: parts[at] ?? '0' })) : [{ values: own, sum }],
      isShared,
      ...(why ? { why } : {}),
      ...(provisional ? { provisional } : {}),
    };
  }

  /** Who gets how much of a row, among the values that agree with what it says itself. */
  private shares(own: readonly string[], span: DayRange): ValueWeights {
    const by = this.need.allocation?.rule.by;
    if (by?.kind !== 'shares') return this.rowWeights.among(span, own);
    return { weights: by.shares.map(({ value, weight }) => ({ values: [value], weight: rationalOf(weight) })) };
  }

  /** The part of a piece that the days common to its row and the period have. */
  private onDays(piece: Piece, amount: Amount, common: DayRange): DayPart {
    const days = daysIn(amount);
    const { why, provisional, parts } = this.overDays.get(piece) ?? this.dividedDays(piece, amount, days);
    if (why) return { why };
    const from = days.indexOf(common.from);
    const mine = parts.slice(from, from + daysIn(common).length);
    return {
      sum: mine.reduce((total, part) => add(total, rationalOf(part)), rational(0)),
      ...(provisional ? { provisional } : {}),
    };
  }

  /** Days are equal where none of them weighs anything. */
  private dividedDays(piece: Piece, { currency }: Amount, days: readonly Day[]): DividedDays {
    const { weights, ...doubts } = this.dayWeights.ofDays(days, piece.values);
    const equal = days.map(() => rational(1));
    const parts = this.divided(piece.sum, weights, currency) ?? this.divided(piece.sum, equal, currency) ?? [];
    const made = { ...doubts, parts };
    this.overDays.set(piece, made);
    return made;
  }

  /** Undefined where nothing can be divided by these weights. */
  private divided(sum: Decimal, weights: readonly Rational[], currency: string): readonly Decimal[] | undefined {
    if (weights.length === 0) return undefined;
    const digits = minorDigits(currency || (this.need.allocation?.currency ?? ''));
    const isNegative = sum.startsWith('-');
    const parts = divideAmount(isNegative ? negate(sum) : sum, weights, digits);
    return isNegative ? parts?.map(negate) : parts;
  }

  private sliceOf(amount: Amount, { values }: Piece): readonly string[] {
    return this.by.map((column, at) => values[this.to.indexOf(column)] ?? amount.slice[at] ?? '');
  }

  private isAsked({ values }: Piece): boolean {
    const where = this.need.allocation?.where ?? [];
    return where.every(condition => isMet(condition, values[this.to.indexOf(condition.column)] ?? ''));
  }
}

interface DividedDays extends Pick<ValueWeights, 'why' | 'provisional'> {
  readonly parts: readonly Decimal[];
}

const NOT_SHARED: ValueWeights = { weights: [] };

type DayPart =
  | { readonly why: UndefinedReason }
  | { readonly why?: undefined; readonly sum: Rational; readonly provisional?: ProvisionalReason };

/** Text by letter; nothing is the empty text. [MET-03] */
function isMet({ is, values }: Condition, text: string): boolean {
  switch (is) {
    case 'one-of':
      return values.includes(text);
    case 'none-of':
      return !values.includes(text);
    case 'set':
      return text !== '';
    case 'not-set':
      return text === '';
    case 'less':
    case 'at-most':
    case 'more':
    case 'at-least':
      return false;
    default:
      return unreachable(is);
  }
}

function inFull(value: Rational): Decimal {
  const exact = exactDecimal(value);
  if (exact === undefined) throw new Error('an amount to be allocated that is no decimal');
  return trimmed(exact);
}
