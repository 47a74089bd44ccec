import type { PurchasePatternsAnswer, PurchasePatternsQuestion } from '#core/journey/customer-question.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { BlockPass, Kernel } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/** Columns of equal length, one entry per buyer. */
export interface PurchasePatternsPartial {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  readonly spent: Float64Array;
}

/** [JRN-65] */
export const purchasePatternsKernel: Kernel<PurchasePatternsQuestion, PurchasePatternsPartial> = {
  reads: ({ purchase }) => ({ filters: [purchase], dimensions: [], value: true, session: false }),
  begin: question => new PurchasePatternsPass(question),
  answer: (_, partials): PurchasePatternsAnswer => {
    const patterns = new Map<string, { x: number; tx: number; T: number; people: number; repeatValue: number }>();
    const spends = new Map<string, { x: number; value: number; people: number }>();
    for (const partial of partials)
      for (let i = 0; i < partial.x.length; i++) {
        const [x, tx, T, value] = [partial.x[i] ?? 0, partial.tx[i] ?? 0, partial.T[i] ?? 0, partial.spent[i] ?? 0];
        const pattern = entry(patterns, `${x} ${tx} ${T}`, () => ({ x, tx, T, people: 0, repeatValue: 0 }));
        pattern.people += 1;
        pattern.repeatValue += value;
        if (x > 0) entry(spends, `${x} ${value}`, () => ({ x, value, people: 0 })).people += 1;
      }
    return {
      patterns: [...patterns.values()].sort((a, b) => a.x - b.x || a.tx - b.tx || a.T - b.T),
      spends: [...spends.values()].sort((a, b) => a.x - b.x || a.value - b.value),
    };
  },
};

function entry<Entry>(map: Map<string, Entry>, key: string, make: () => Entry): Entry {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

class PurchasePatternsPass implements BlockPass<PurchasePatternsPartial> {
  private readonly question: PurchasePatternsQuestion;
  private readonly x = new GrowingNumbers();
  private readonly tx = new GrowingNumbers();
  private readonly T = new GrowingNumbers();
  private readonly spent = new GrowingNumbers();

  constructor(question: PurchasePatternsQuestion) {
    this.question = question;
  }

  block({ people, from, time, value }: PeopleBlock): void {
    const { asOf, unit, origin = 0 } = this.question;
    const now = Math.floor((asOf - origin) / unit);
    for (let i = 0; i < people; i++) {
      const begin = from[i] as number;
      const end = from[i + 1] as number;
      if ((time[begin] as number) >= asOf) continue;
      const first = Math.floor(((time[begin] as number) - origin) / unit);
      let [last, units, spent] = [first, 0, 0];
      for (let row = begin; row < end && (time[row] as number) < asOf; row++) {
        const own = Math.floor(((time[row] as number) - origin) / unit);
        if (own !== last) units++;
        last = own;
        const amount = value[row] as number;
        if (own !== first && !Number.isNaN(amount)) spent += amount;
      }
      this.x.add(units);
      this.tx.add(last - first);
      this.T.add(now - first);
      this.spent.add(spent);
    }
  }

  partial(): PurchasePatternsPartial {
    return {
      x: this.x.values().slice(),
      tx: this.tx.values().slice(),
      T: this.T.values().slice(),
      spent: this.spent.values().slice(),
    };
  }
}
