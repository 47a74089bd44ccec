import { type DistinctByDay, distinctByDay } from './distinct-by-day.ts';
import { dimensionIndex, type Vocabulary } from './event-part.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { Kernel, Pass, RowsPass } from './kernel.ts';
import { PairValues } from './pair-values.ts';
import type { RowSlice } from './row-slice.ts';
import { ValueCursor } from './value-cursor.ts';

/** What the engine asks itself, to answer many questions from: all events by day, whole or by the values of a dimension. */
export interface DayCountsQuestion {
  readonly ask: 'day-counts';
  readonly by: string | null;
  /** The first day begins here; all events lie in the days. */
  readonly from: number;
  /** At most 65,535. */
  readonly days: number;
}

/** Cell: day × codes + code. */
export interface DayCounts {
  readonly codes: number;
  readonly events: Float64Array;
  readonly value: Float64Array;
  readonly people: DistinctByDay;
  readonly sessions: DistinctByDay;
}

/** Of the cells with events: numbers as in `DayCounts`, and who comes again as cell × 65,536 + the day before. */
export interface DayCountsPartial {
  readonly events: Float64Array;
  readonly value: Float64Array;
  readonly people: Float64Array;
  readonly sessions: Float64Array;
  readonly peopleAgain: Float64Array;
  readonly sessionsAgain: Float64Array;
}

export const DAY = 86_400_000;

/** [JRN-32] */
export const dayCountsKernel: Kernel<DayCountsQuestion, DayCountsPartial, DayCounts> = {
  reads: ({ by }, vocabulary) => ({
    filters: [{}],
    dimensions: by === null ? [] : [dimensionIndex(vocabulary, by)],
    value: true,
    session: true,
  }),
  begin: (question, { vocabulary }): Pass<DayCountsPartial> => new DayCountsPass(question, vocabulary),
  answer: ({ by, days }, partials, { vocabulary }): DayCounts => {
    const codes = codesOf(by, vocabulary);
    const sum = (of: 'events' | 'value' | 'people' | 'sessions') => {
      const total = new Float64Array(days * codes);
      for (const partial of partials)
        for (let cell = 0; cell < total.length; cell++) total[cell] = (total[cell] as number) + (partial[of][cell] as number);
      return total;
    };
    return {
      codes,
      events: sum('events'),
      value: sum('value'),
      people: distinctByDay(
        sum('people'),
        partials.map(({ peopleAgain }) => peopleAgain),
        days,
      ),
      sessions: distinctByDay(
        sum('sessions'),
        partials.map(({ sessionsAgain }) => sessionsAgain),
        days,
      ),
    };
  },
};

export function codesOf(by: string | null, vocabulary: Vocabulary): number {
  return by === null ? 1 : (vocabulary.dimensions[dimensionIndex(vocabulary, by)]?.values.length ?? 1);
}

class DayCountsPass implements RowsPass<DayCountsPartial> {
  private readonly from: number;
  private readonly codes: number;
  private readonly dimension: number;
  private readonly events: Float64Array;
  private readonly value: Float64Array;
  private readonly people: Float64Array;
  private readonly sessions: Float64Array;
  private readonly peopleAgain = new GrowingNumbers();
  private readonly sessionsAgain = new GrowingNumbers();
  /** Per code: the latest person, from 1, and that person's latest day. */
  private readonly lastPerson: Uint32Array;
  private readonly lastDay: Uint32Array;
  private readonly sessionDays = new PairValues();
  private readonly amounts = new ValueCursor();
  private person = 0;

  constructor({ by, from, days }: DayCountsQuestion, vocabulary: Vocabulary) {
    this.from = from;
    this.codes = codesOf(by, vocabulary);
    this.dimension = by === null ? -1 : dimensionIndex(vocabulary, by);
    const column = () => new Float64Array(days * this.codes);
    [this.events, this.value, this.people, this.sessions] = [column(), column(), column(), column()];
    this.lastPerson = new Uint32Array(this.codes);
    this.lastDay = new Uint32Array(this.codes);
  }

  begin(person: number): void {
    this.person = person + 1;
    this.sessionDays.clear();
  }

  take(slice: RowSlice): void {
    const { base, time, dimensions } = slice.part;
    const { rows, count, shift, session, sessionShift } = slice;
    const { amounts, from } = this;
    const codes = this.dimension < 0 ? null : dimensions[this.dimension];
    amounts.start(slice);
    // Rows of one session, day and code mostly follow each other; they are added up before they are entered.
    let edge = Number.NEGATIVE_INFINITY;
    let [day, code, own, events, value] = [0, -1, -1, 0, 0];
    for (let i = 0; i < count; i++) {
      const at = rows[i] as number;
      const row = at + shift;
      const since = time[row] as number;
      const codeOfRow = codes ? (codes[row] as number) : 0;
      const sessionOfRow = session[at + sessionShift] as number;
      if (since >= edge || codeOfRow !== code || sessionOfRow !== own) {
        if (events > 0) this.enter(day, code, own, events, value);
        events = 0;
        value = 0;
        if (since >= edge) {
          day = Math.floor((base + since - from) / DAY);
          edge = from + (day + 1) * DAY - base;
        }
        code = codeOfRow;
        own = sessionOfRow;
      }
      events++;
      if (row < amounts.next) continue;
      const amount = amounts.of(row);
      if (!Number.isNaN(amount)) value += amount;
    }
    if (events > 0) this.enter(day, code, own, events, value);
  }

  end(): void {}

  partial(): DayCountsPartial {
    const { events, value, people, sessions, peopleAgain, sessionsAgain } = this;
    return {
      events,
      value,
      people,
      sessions,
      peopleAgain: peopleAgain.values().slice(),
      sessionsAgain: sessionsAgain.values().slice(),
    };
  }

  private enter(day: number, code: number, session: number, events: number, value: number): void {
    const cell = day * this.codes + code;
    this.events[cell] = (this.events[cell] as number) + events;
    this.value[cell] = (this.value[cell] as number) + value;
    const dayBefore = this.lastPerson[code] === this.person ? (this.lastDay[code] as number) : -1;
    if (dayBefore !== day) {
      this.people[cell] = (this.people[cell] as number) + 1;
      if (dayBefore >= 0) this.peopleAgain.add(cell * 65_536 + dayBefore);
      this.lastPerson[code] = this.person;
      this.lastDay[code] = day;
    }
    const sessionBefore = this.sessionDays.exchange(code, session, day);
    if (sessionBefore === day) return;
    this.sessions[cell] = (this.sessions[cell] as number) + 1;
    if (sessionBefore >= 0) this.sessionsAgain.add(cell * 65_536 + sessionBefore);
  }
}
