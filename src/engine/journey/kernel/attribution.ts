import type { AttributionAnswer, AttributionQuestion } from '#core/journey/attribution-question.ts';
import { AttributionCredits } from './attribution-credits.ts';
import { Conversions } from './conversions.ts';
import { TouchFinder } from './find-touches.ts';
import type { Kernel, KernelContext, RowsPass } from './kernel.ts';
import type { RowSlice } from './row-slice.ts';
import { compareSlices, SliceIndex, sliceValues } from './slice-index.ts';

export interface AttributionPartial {
  readonly conversions: number;
  readonly value: number;
  readonly untouched: number;
  readonly untouchedValue: number;
  readonly keys: Float64Array;
  readonly touches: Float64Array;
  /** Per model: credits of conversions and of value, per key. */
  readonly credits: readonly { readonly conversions: Float64Array; readonly value: Float64Array }[];
}

const CONVERT = 1;
const TOUCH = 2;

/** All models in one pass. [JRN-40 … JRN-47] */
export const attributionKernel: Kernel<AttributionQuestion, AttributionPartial> = {
  reads: ({ convert, touch, by }, vocabulary) => ({
    filters: [convert, touch],
    dimensions: new SliceIndex(vocabulary, by, 1).dimensions,
    value: true,
    session: true,
  }),
  begin: (question, context) => new AttributionPass(question, context),
  answer: ({ by, models }, partials, { vocabulary }): AttributionAnswer => {
    const index = new SliceIndex(vocabulary, by, 1);
    const total = (of: 'conversions' | 'value' | 'untouched' | 'untouchedValue') =>
      partials.reduce((sum, partial) => sum + partial[of], 0);
    const rows = new Map<number, { touches: number; readonly credits: { conversions: number; value: number }[] }>();
    for (const { keys, touches, credits } of partials)
      for (const [i, key] of keys.entries()) {
        const row = rows.get(key) ?? { touches: 0, credits: models.map(() => ({ conversions: 0, value: 0 })) };
        row.touches += touches[i] ?? 0;
        for (const [model, credit] of row.credits.entries()) {
          credit.conversions += credits[model]?.conversions[i] ?? 0;
          credit.value += credits[model]?.value[i] ?? 0;
        }
        rows.set(key, row);
      }
    return {
      conversions: total('conversions'),
      value: total('value'),
      untouched: { conversions: total('untouched'), value: total('untouchedValue') },
      rows: [...rows]
        .map(([key, row]) => ({ slice: sliceValues(vocabulary, index.dimensions, index.meaning(key).codes), ...row }))
        .sort((a, b) => compareSlices(a.slice, b.slice)),
    };
  },
};

class AttributionPass implements RowsPass<AttributionPartial> {
  private readonly finder: TouchFinder;
  private readonly credits: AttributionCredits;
  private readonly conversions: Conversions;
  private readonly lookback: number;
  private total = 0;
  private totalValue = 0;
  private untouched = 0;
  private untouchedValue = 0;

  constructor(question: AttributionQuestion, context: KernelContext) {
    this.credits = new AttributionCredits(question, context.vocabulary);
    this.finder = new TouchFinder(TOUCH, this.credits.dimensions, context);
    this.conversions = new Conversions(CONVERT, question.converted);
    this.lookback = question.lookback;
  }

  begin(): void {
    this.finder.clear();
    this.conversions.clear();
  }

  take(slice: RowSlice): void {
    this.finder.take(slice);
    this.conversions.take(slice);
  }

  end(): void {
    const { finder, credits, lookback, conversions } = this;
    if (conversions.count === 0) return;
    finder.finish();
    credits.hold(finder, conversions.count);
    const { time } = finder;
    let [from, to] = [0, 0];
    for (let i = 0; i < conversions.count; i++) {
      const moment = conversions.time.at(i);
      const carried = conversions.amount.at(i);
      const amount = Number.isNaN(carried) ? 0 : carried;
      this.total++;
      this.totalValue += amount;
      while (to < finder.count && (time[to] as number) <= moment) to++;
      while (from < to && (time[from] as number) < moment - lookback) from++;
      if (from === to) {
        this.untouched++;
        this.untouchedValue += amount;
      } else credits.give(from, to, amount);
    }
  }

  partial(): AttributionPartial {
    const { total: conversions, totalValue: value, untouched, untouchedValue } = this;
    return { conversions, value, untouched, untouchedValue, ...this.credits.sums() };
  }
}
