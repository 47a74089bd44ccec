import type { SeriesAnswer, SeriesQuestion } from '#core/journey/series-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import type { Kernel, KernelContext, Pass } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';
import { SessionNumbers } from './session-numbers.ts';
import { compareSlices, SliceIndex, sliceValues } from './slice-index.ts';

/** Columns of equal length, one entry per bucket and slice that has an event. */
export interface SeriesPartial {
  readonly keys: Float64Array;
  readonly events: Float64Array;
  readonly people: Float64Array;
  readonly sessions: Float64Array;
  readonly value: Float64Array;
}

/** [JRN-30] */
export const seriesKernel: Kernel<SeriesQuestion, SeriesPartial> = {
  reads: ({ select, edges, by = [] }, vocabulary) => ({
    filters: [select],
    dimensions: new SliceIndex(vocabulary, by, edges.length).dimensions,
    value: true,
    session: true,
  }),
  begin: (question, context) => new SeriesPass(question, context),
  answer: ({ edges, by = [] }, partials, { vocabulary }): SeriesAnswer => {
    const index = new SliceIndex(vocabulary, by, edges.length);
    const rows = new Map<number, { events: number; people: number; sessions: number; value: number }>();
    for (const { keys, events, people, sessions, value } of partials)
      for (const [i, key] of keys.entries()) {
        const row = rows.get(key) ?? { events: 0, people: 0, sessions: 0, value: 0 };
        row.events += events[i] ?? 0;
        row.people += people[i] ?? 0;
        row.sessions += sessions[i] ?? 0;
        row.value += value[i] ?? 0;
        rows.set(key, row);
      }
    const answer = [...rows].map(([key, counts]) => {
      const { outer, codes } = index.meaning(key);
      return { bucket: outer, slice: sliceValues(vocabulary, index.dimensions, codes), ...counts };
    });
    return { rows: answer.sort((a, b) => a.bucket - b.bucket || compareSlices(a.slice, b.slice)) };
  },
};

/**
 * Rows come person by person, so a person is new to a place when the place's last person is another: no hash, no set. The same
 * holds for sessions of people whose sessions do not interleave; those of others are numbered and marked one by one.
 */
class SeriesPass implements Pass<SeriesPartial> {
  private readonly finder: BucketFinder;
  private readonly index: SliceIndex;
  private readonly numbers = new SessionNumbers();
  private events = new Float64Array(0);
  private people = new Float64Array(0);
  private sessions = new Float64Array(0);
  private value = new Float64Array(0);
  private lastPerson = new Uint32Array(0);
  private lastSession = new Uint32Array(0);

  constructor({ edges, by = [] }: SeriesQuestion, { vocabulary }: KernelContext) {
    this.finder = new BucketFinder(edges);
    this.index = new SliceIndex(vocabulary, by, edges.length);
    this.grow(Math.max(1_024, this.index.size));
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) {
      const from = block.from[i] as number;
      const to = block.from[i + 1] as number;
      // People are numbered from 1 here, because 0 is nobody yet.
      this.person(block, (block.person[i] as number) + 1, from, to, this.numbers.interleave(block.session, from, to));
    }
  }

  partial(): SeriesPartial {
    const found: number[] = [];
    for (let slot = 0; slot < this.index.size; slot++) if ((this.events[slot] as number) > 0) found.push(slot);
    const pick = (from: Float64Array) => Float64Array.from(found, slot => from[slot] as number);
    return {
      keys: Float64Array.from(found, slot => this.index.key(slot)),
      events: pick(this.events),
      people: pick(this.people),
      sessions: pick(this.sessions),
      value: pick(this.value),
    };
  }

  private person(block: PeopleBlock, person: number, from: number, to: number, interleave: boolean): void {
    const { time, value, session } = block;
    const { finder, index } = this;
    const first = block.columns[0];
    const second = block.columns[1];
    // Rows of one session, bucket and slice mostly follow each other; they are added up before they are entered.
    let edge = Number.NEGATIVE_INFINITY;
    let bucket = -1;
    let slot = -1;
    let codeOne = -1;
    let codeTwo = -1;
    let own = -1;
    let count = 0;
    let sum = 0;
    for (let row = from; row < to; row++) {
      const moment = time[row] as number;
      const one = first ? (first[row] as number) : 0;
      const two = second ? (second[row] as number) : 0;
      const isSame = moment < edge && one === codeOne && two === codeTwo && session[row] === own;
      if (!isSame) {
        if (count > 0) this.enter(slot, person, own, interleave, count, sum);
        count = 0;
        sum = 0;
        if (moment >= edge) {
          bucket = finder.of(moment);
          edge = bucket < 0 ? Number.NEGATIVE_INFINITY : finder.end(bucket);
        }
        if (bucket < 0) continue;
        codeOne = one;
        codeTwo = two;
        own = session[row] as number;
        slot = index.slot(bucket, one, two);
      }
      count++;
      const amount = value[row] as number;
      if (!Number.isNaN(amount)) sum += amount;
    }
    if (count > 0) this.enter(slot, person, own, interleave, count, sum);
  }

  private enter(slot: number, person: number, session: number, interleave: boolean, count: number, sum: number): void {
    if (slot >= this.events.length) this.grow(slot * 2);
    this.events[slot] = (this.events[slot] as number) + count;
    this.value[slot] = (this.value[slot] as number) + sum;
    const isNew = this.lastPerson[slot] !== person;
    if (isNew) {
      this.lastPerson[slot] = person;
      this.people[slot] = (this.people[slot] as number) + 1;
    }
    if (interleave ? this.numbers.isNewAt(slot, session) : isNew || this.lastSession[slot] !== session) {
      this.lastSession[slot] = session;
      this.sessions[slot] = (this.sessions[slot] as number) + 1;
    }
  }

  private grow(size: number): void {
    const longer = <Numbers extends Float64Array | Uint32Array>(from: Numbers, to: Numbers): Numbers => {
      to.set(from);
      return to;
    };
    this.events = longer(this.events, new Float64Array(size));
    this.people = longer(this.people, new Float64Array(size));
    this.sessions = longer(this.sessions, new Float64Array(size));
    this.value = longer(this.value, new Float64Array(size));
    this.lastPerson = longer(this.lastPerson, new Uint32Array(size));
    this.lastSession = longer(this.lastSession, new Uint32Array(size));
  }
}
