import type { RfmAnswer, RfmCuts, RfmQuestion, RfmScore } from '#core/journey/customer-question.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { BlockPass, Kernel } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/** Where customers stand, at `asOf` and at `since`: three numbers each, frequency 0 for those who are no customers then. */
export interface RfmPartial {
  readonly now: Standings;
  readonly before: Standings;
}

/** Columns of equal length, one entry per person who is a customer at either moment. */
interface Standings {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly money: Float64Array;
}

/** [JRN-60 … JRN-64] */
export const rfmKernel: Kernel<RfmQuestion, RfmPartial> = {
  reads: ({ purchase }) => ({ filters: [purchase], dimensions: [], value: true, session: false }),
  begin: question => new RfmPass(question),
  answer: (question, partials): RfmAnswer => {
    const cuts = question.cuts === 'quintiles' ? quintiles(partials.map(({ now }) => now)) : question.cuts;
    const cells = new Map<number, { people: number; orders: number; value: number }>();
    const moves = new Map<number, number>();
    for (const { now, before } of partials)
      for (let i = 0; i < now.frequency.length; i++) {
        const here = scoreAt(now, i, cuts);
        const move = scoreAt(before, i, cuts) * 1_000 + here;
        moves.set(move, (moves.get(move) ?? 0) + 1);
        if (here === ABSENT) continue;
        const cell = cells.get(here) ?? { people: 0, orders: 0, value: 0 };
        cell.people += 1;
        cell.orders += now.frequency[i] ?? 0;
        cell.value += now.money[i] ?? 0;
        cells.set(here, cell);
      }
    const byScore = <T>([a]: [number, T], [b]: [number, T]) => a - b;
    return {
      cuts,
      cells: [...cells].sort(byScore).map(([score, cell]) => ({ ...scoreOf(score), ...cell })),
      ...(question.since === undefined
        ? {}
        : {
            moves: [...moves]
              .sort(byScore)
              .map(([move, people]) => ({ from: placeOf(Math.floor(move / 1_000)), to: placeOf(move % 1_000), people })),
          }),
    };
  },
};

/** Scores as one number of three digits, which orders them; nobody stands below all. */
const ABSENT = 0;

function scoreOf(score: number): RfmScore {
  return { r: Math.floor(score / 100), f: Math.floor(score / 10) % 10, m: score % 10 };
}

function placeOf(score: number): RfmScore | 'absent' {
  return score === ABSENT ? 'absent' : scoreOf(score);
}

/** [JRN-61] */
function scoreAt({ recency, frequency, money }: Standings, i: number, cuts: RfmCuts): number {
  const times = frequency[i] ?? 0;
  if (times === 0) return ABSENT;
  const count = (bounds: readonly number[], isCounted: (bound: number) => boolean) => {
    let n = 0;
    for (const bound of bounds) if (isCounted(bound)) n++;
    return n;
  };
  const [last, spent] = [recency[i] ?? 0, money[i] ?? 0];
  const r = 5 - count(cuts.recency, bound => bound < last);
  const f = 1 + count(cuts.frequency, bound => bound <= times);
  return 100 * r + 10 * f + 1 + count(cuts.money, bound => bound <= spent);
}

/** [JRN-62] */
function quintiles(standings: readonly Standings[]): RfmCuts {
  const bounds = (of: keyof Standings, more: number): readonly number[] => {
    const values = new Float64Array(standings.reduce((sum, each) => sum + each.frequency.length, 0));
    let n = 0;
    for (const each of standings)
      for (let i = 0; i < each.frequency.length; i++) if ((each.frequency[i] as number) > 0) values[n++] = each[of][i] as number;
    const ascending = values.subarray(0, n).sort();
    return [1, 2, 3, 4].map(j => (n === 0 ? 0 : (ascending[Math.ceil((n * j) / 5) - 1] ?? 0) + more));
  };
  return { recency: bounds('recency', 0), frequency: bounds('frequency', 1), money: bounds('money', 1) };
}

class RfmPass implements BlockPass<RfmPartial> {
  private readonly question: RfmQuestion;
  private readonly columns = Array.from({ length: 6 }, () => new GrowingNumbers());
  private last = 0;
  private frequency = 0;
  private money = 0;

  constructor(question: RfmQuestion) {
    this.question = question;
  }

  block(block: PeopleBlock): void {
    const { asOf, since } = this.question;
    const [recency, frequency, money, recencyBefore, frequencyBefore, moneyBefore] = this.columns;
    for (let i = 0; i < block.people; i++) {
      const [from, to] = [block.from[i] as number, block.from[i + 1] as number];
      this.stand(block, from, to, since ?? Number.NEGATIVE_INFINITY);
      const [lastThen, timesThen, moneyThen] = [this.last, this.frequency, this.money];
      this.stand(block, from, to, asOf);
      if (timesThen === 0 && this.frequency === 0) continue;
      recency?.add(asOf - this.last);
      frequency?.add(this.frequency);
      money?.add(this.money);
      recencyBefore?.add((since ?? 0) - lastThen);
      frequencyBefore?.add(timesThen);
      moneyBefore?.add(moneyThen);
    }
  }

  partial(): RfmPartial {
    const [now = EMPTY, frequency = EMPTY, money = EMPTY, before = EMPTY, timesThen = EMPTY, moneyThen = EMPTY] =
      this.columns.map(column => column.values().slice());
    return {
      now: { recency: now, frequency, money },
      before: { recency: before, frequency: timesThen, money: moneyThen },
    };
  }

  private stand({ time, value }: PeopleBlock, from: number, to: number, asOf: number): void {
    const oldest = asOf - (this.question.memory ?? Number.POSITIVE_INFINITY);
    let [last, frequency, money] = [0, 0, 0];
    for (let row = from; row < to && (time[row] as number) < asOf; row++) {
      if ((time[row] as number) <= oldest) continue;
      last = time[row] as number;
      frequency++;
      const amount = value[row] as number;
      if (!Number.isNaN(amount)) money += amount;
    }
    this.last = last;
    this.frequency = frequency;
    this.money = money;
  }
}

const EMPTY = new Float64Array(0);
