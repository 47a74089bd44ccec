import type { ActivationAnswer, ActivationQuestion } from '#core/journey/activation-question.ts';
import type { BlockPass, Kernel } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/** Per threshold: people who did, of them with the outcome, people who did not, of them with the outcome. */
export interface ActivationPartial {
  readonly immature: number;
  readonly counts: Float64Array;
}

const BORN = 1;
const DID = 2;
const OUTCOME = 4;

/** [JRN-80] */
export const activationKernel: Kernel<ActivationQuestion, ActivationPartial> = {
  reads: ({ born, did, outcome }) => ({ filters: [born, did, outcome], dimensions: [], value: false, session: false }),
  begin: question => new ActivationPass(question),
  answer: ({ atLeast }, partials): ActivationAnswer => ({
    immature: partials.reduce((sum, { immature }) => sum + immature, 0),
    thresholds: atLeast.map((threshold, i) => {
      const [did = 0, didWith = 0, didNot = 0, didNotWith = 0] = [0, 1, 2, 3].map(k =>
        partials.reduce((sum, { counts }) => sum + (counts[4 * i + k] ?? 0), 0),
      );
      return {
        atLeast: threshold,
        did: { people: did, outcome: didWith },
        didNot: { people: didNot, outcome: didNotWith },
      };
    }),
  }),
};

class ActivationPass implements BlockPass<ActivationPartial> {
  private readonly question: ActivationQuestion;
  private readonly counts: Float64Array;
  private immature = 0;

  constructor(question: ActivationQuestion) {
    this.question = question;
    this.counts = new Float64Array(4 * question.atLeast.length);
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) this.person(block, block.from[i] as number, block.from[i + 1] as number);
  }

  partial(): ActivationPartial {
    return { immature: this.immature, counts: this.counts };
  }

  private person({ time, mask }: PeopleBlock, from: number, to: number): void {
    const { begun, within, until, asOf, atLeast } = this.question;
    let first = from;
    while (first < to && ((mask[first] as number) & BORN) === 0) first++;
    if (first === to) return;
    const birth = time[first] as number;
    if (birth >= asOf || (begun && (birth < begun.from || birth >= begun.to))) return;
    if (birth + until >= asOf) {
      this.immature++;
      return;
    }
    while (first > from && time[first - 1] === birth) first--;
    let times = 0;
    let outcome = 0;
    for (let row = first; row < to && (time[row] as number) <= birth + until; row++) {
      const passed = mask[row] as number;
      const isWithin = (time[row] as number) <= birth + within;
      if (isWithin && (passed & DID) !== 0) times++;
      if (!isWithin && (passed & OUTCOME) !== 0) outcome = 1;
    }
    const { counts } = this;
    for (let i = 0; i < atLeast.length; i++) {
      const place = 4 * i + (times >= (atLeast[i] as number) ? 0 : 2);
      counts[place] = (counts[place] as number) + 1;
      counts[place + 1] = (counts[place + 1] as number) + outcome;
    }
  }
}
