import { addBusinessDays } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import type { CloseState } from '../measure/observation.ts';

/** Who closes a source's months, and by when: business days after the month's last day. [CLS-01] */
export interface CloseDuty {
  readonly owner: string | null;
  readonly preliminary: number;
  readonly final: number;
}

/** What holds where nobody has said otherwise. */
export const USUAL_DUTY: CloseDuty = { owner: null, preliminary: 3, final: 8 };

/** One line of the checklist of a month. */
export interface CloseTask extends CloseDuty {
  readonly state: CloseState;
  readonly preliminaryDue: Day;
  readonly finalDue: Day;
  /** The next step and the day by which it is due; null when the month is final. */
  readonly next: { readonly step: 'preliminary' | 'final'; readonly due: Day; readonly overdue: boolean } | null;
}

/**
 * Where closing a month stands for a source. [CLS-01]
 * `ends`: last day of the month, wherever the organisation closes · `today`: the first day that is not over; a step is overdue once its
 * day is over.
 */
export function closeTask(duty: CloseDuty, ends: Day, state: CloseState, today: Day, calendar: CalendarSettings): CloseTask {
  const preliminaryDue = addBusinessDays(ends, duty.preliminary, calendar);
  const finalDue = addBusinessDays(ends, duty.final, calendar);
  const step = state === 'open' ? ('preliminary' as const) : ('final' as const);
  const due = step === 'preliminary' ? preliminaryDue : finalDue;
  return { ...duty, state, preliminaryDue, finalDue, next: state === 'final' ? null : { step, due, overdue: due < today } };
}
