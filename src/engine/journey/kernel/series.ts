import type { SeriesAnswer, SeriesQuestion, SeriesRow } from '#core/journey/series-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import type { Kernel, KernelContext, RowsPass } from './kernel.ts';
import { PairValues } from './pair-values.ts';
import type { RowSlice } from './row-slice.ts';
import { compareSlices, SliceIndex, sliceValues } from './slice-index.ts';
import { ValueCursor } from './value-cursor.ts';

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
    const rows = new Map<number, MadeRow>();
    const slices = new Map<string, readonly (string | null)[]>();
    for (const { keys, events, people, sessions, value } of partials)
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] as number;
        let row = rows.get(key);
        if (!row) {
          const { outer, codes } = index.meaning(key);
          const name = codes.join();
          const slice = slices.get(name) ?? sliceValues(vocabulary, index.dimensions, codes);
          slices.set(name, slice);
          row = { bucket: outer, slice, events: 0, people: 0, sessions: 0, value: 0 };
          rows.set(key, row);
        }
        row.events += events[i] as number;
        row.people += people[i] as number;
        row.sessions += sessions[i] as number;
        row.value += value[i] as number;
      }
    // Texts are compared once per slice and not once per pair of rows.
    const places = new Map([...slices.values()].sort(compareSlices).map((slice, place) => [slice, place]));
    const placeOf = ({ bucket, slice }: MadeRow) => bucket * places.size + (places.get(slice) ?? 0);
    return { rows: [...rows.values()].sort((a, b) => placeOf(a) - placeOf(b)) };
  },
};

type MadeRow = { -readonly [Field in keyof SeriesRow]: SeriesRow[Field] };

/**
 * Rows come person by person, so a person is new to a place when the place's last person is another: no hash, no set. A session is new to a place when the pair
 * of them has not come up with this person.
 */
class SeriesPass implements RowsPass<SeriesPartial> {
  private readonly finder: BucketFinder;
  private readonly index: SliceIndex;
  private readonly sessionsSeen = new PairValues();
  private readonly amounts = new ValueCursor();
  private person = 0;
  private events = new Float64Array(0);
  private people = new Float64Array(0);
  private sessions = new Float64Array(0);
  private value = new Float64Array(0);
  private lastPerson = new Uint32Array(0);

  constructor({ edges, by = [] }: SeriesQuestion, { vocabulary }: KernelContext) {
    this.finder = new BucketFinder(edges);
    this.index = new SliceIndex(vocabulary, by, edges.length);
    this.grow(Math.max(1_024, this.index.size));
  }

  begin(person: number): void {
    // People are numbered from 1 here, because 0 is nobody yet.
    this.person = person + 1;
    this.sessionsSeen.clear();
  }

  take(slice: RowSlice): void {
    const { base, time, dimensions } = slice.part;
    const { rows, count, shift, session, sessionShift } = slice;
    const { finder, index, amounts } = this;
    const [by, thenBy] = index.dimensions;
    const first = by === undefined ? null : dimensions[by];
    const second = thenBy === undefined ? null : dimensions[thenBy];
    amounts.start(slice);
    // Rows of one session, bucket and slice mostly follow each other; they are added up before they are entered.
    let edge = Number.NEGATIVE_INFINITY;
    let [bucket, slot, one, two, own, events, value] = [-1, -1, -1, -1, -1, 0, 0];
    for (let i = 0; i < count; i++) {
      const at = rows[i] as number;
      const row = at + shift;
      const since = time[row] as number;
      const codeOne = first ? (first[row] as number) : 0;
      const codeTwo = second ? (second[row] as number) : 0;
      const sessionOfRow = session[at + sessionShift] as number;
      if (since >= edge || codeOne !== one || codeTwo !== two || sessionOfRow !== own) {
        if (events > 0) this.enter(slot, own, events, value);
        events = 0;
        value = 0;
        if (since >= edge) {
          bucket = finder.of(base + since);
          edge = bucket < 0 ? Number.NEGATIVE_INFINITY : finder.end(bucket) - base;
        }
        if (bucket < 0) continue;
        one = codeOne;
        two = codeTwo;
        own = sessionOfRow;
        slot = index.slot(bucket, one, two);
      }
      events++;
      if (row < amounts.next) continue;
      const amount = amounts.of(row);
      if (!Number.isNaN(amount)) value += amount;
    }
    if (events > 0) this.enter(slot, own, events, value);
  }

  end(): void {}

  partial(): SeriesPartial {
    const { events, people, sessions, value, index } = this;
    let n = 0;
    for (let slot = 0; slot < index.size; slot++) if ((events[slot] as number) > 0) n++;
    const columns = () => new Float64Array(n);
    const found = { keys: columns(), events: columns(), people: columns(), sessions: columns(), value: columns() };
    n = 0;
    for (let slot = 0; slot < index.size; slot++) {
      if (events[slot] === 0) continue;
      found.keys[n] = index.key(slot);
      found.events[n] = events[slot] as number;
      found.people[n] = people[slot] as number;
      found.sessions[n] = sessions[slot] as number;
      found.value[n++] = value[slot] as number;
    }
    return found;
  }

  private enter(slot: number, session: number, events: number, value: number): void {
    if (slot >= this.events.length) this.grow(slot * 2);
    this.events[slot] = (this.events[slot] as number) + events;
    this.value[slot] = (this.value[slot] as number) + value;
    if (this.lastPerson[slot] !== this.person) {
      this.lastPerson[slot] = this.person;
      this.people[slot] = (this.people[slot] as number) + 1;
    }
    if (this.sessionsSeen.exchange(slot, session, 0) < 0) this.sessions[slot] = (this.sessions[slot] as number) + 1;
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
  }
}
