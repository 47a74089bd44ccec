import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Instant } from '../measure/live-segments.ts';
import type { Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';

/** What a ticket is about: one metric, or all metrics of a dataset. */
export interface TicketSubject {
  readonly kind: 'metric' | 'dataset';
  readonly id: string;
}

/**
 * Something about the data that needs a person's word. [QUA-02, QUA-10]
 * `missing`: an expected value is not there although later ones are · `late`: it and everything after it are not there yet ·
 * `outlier`: a value far off what is usual · `disagreement`: another source of the same measure is further off than allowed; the subject
 * is that other one, the name that of the official one
 */
export type TicketFinding = { readonly days: DayRange; readonly subject: TicketSubject; readonly name: Text } & (
  | { readonly kind: 'missing' | 'late' }
  | {
      readonly kind: 'outlier';
      readonly unit: Unit;
      readonly value: number;
      readonly usual: number;
      readonly z: number;
      readonly among: number;
    }
  | {
      readonly kind: 'disagreement';
      readonly unit: Unit;
      readonly value: number;
      readonly beside: number;
      readonly otherName: Text;
      /** Share of the official value; null where that is zero. */
      readonly difference: number | null;
      readonly tolerance: number;
    }
);

export type TicketKind = TicketFinding['kind'];

/** What is done about a value that is missing. [QUA-03] */
export const HANDLINGS = ['wait', 'carry-forward', 'interpolate', 'exclude'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** Why a value is far off. [QUA-11] */
export const CAUSES = ['campaign', 'tracking-error', 'real'] as const;
export type OutlierCause = (typeof CAUSES)[number];

/** Why two sources of a measure differ. [QUA-13] */
export const DIFFERENCES = ['other-definition', 'tracking-error', 'accepted'] as const;
export type DifferenceCause = (typeof DIFFERENCES)[number];

/** What can be said about each sort of ticket. */
export const CHOICES = { missing: HANDLINGS, outlier: CAUSES, disagreement: DIFFERENCES } as const;

/** A person's word on a ticket; it names the days and the subject and outlives the finding. */
export interface QualityDecision {
  readonly about: keyof typeof CHOICES;
  readonly subject: TicketSubject;
  readonly days: DayRange;
  readonly choice: Handling | OutlierCause | DifferenceCause;
  /** The days do not count in a baseline; nothing is deleted. */
  readonly excluded: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** A late value is decided on like a missing one. */
export function decidedAs(kind: TicketKind): QualityDecision['about'] {
  return kind === 'late' ? 'missing' : kind;
}

/** The word on exactly these days of a subject, or of the dataset it rests on. */
export function decisionOn(
  decisions: readonly QualityDecision[],
  about: QualityDecision['about'],
  subjects: readonly TicketSubject[],
  days: DayRange,
): QualityDecision | undefined {
  return decisions.find(
    decision =>
      decision.about === about &&
      subjects.some(({ kind, id }) => decision.subject.kind === kind && decision.subject.id === id) &&
      decision.days.from <= days.from &&
      days.to <= decision.days.to,
  );
}

/** Whether any day of a range was taken out of the baseline, or was said to count. Undefined: nobody has said. [QUA-12] */
export function baselineWord(
  decisions: readonly QualityDecision[],
  metric: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): 'excluded' | 'counts' | undefined {
  const own = decisions.filter(
    ({ about, subject, days }) =>
      about === 'outlier' && subject.kind === 'metric' && subject.id === metric && days.from === from && days.to === to,
  );
  return own.some(({ excluded }) => excluded) ? 'excluded' : own.length > 0 ? 'counts' : undefined;
}
