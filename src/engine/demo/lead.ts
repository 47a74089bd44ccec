import type { Day } from '#core/calendar/day.ts';
import type { Channel } from './channel.ts';
import type { Entry, Warmth } from './lead-months.ts';

/** A moment of the demo: a day and a time of day, `HH:MM`. */
export interface Moment {
  readonly day: Day;
  readonly time: string;
}

/** A lead with all that has become of it, also after the demo's today; the files hold only what had happened by then. */
export interface Lead {
  /** `L000123` */
  readonly id: string;
  /** `C0456` */
  readonly company: string;
  readonly channel: Channel;
  readonly entry: Entry;
  readonly warmth: Warmth;
  readonly score: number;
  /** Sales wants this company as a customer. */
  readonly isTarget: boolean;
  readonly at: Moment;
  readonly mql?: Moment;
  readonly handedOver?: Moment;
  readonly judged?: Moment;
  readonly isSql?: boolean;
  readonly meeting?: Moment;
}
