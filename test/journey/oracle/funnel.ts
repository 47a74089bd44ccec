import type { FunnelAnswer, FunnelQuestion, FunnelRow } from '#core/journey/funnel-question.ts';
import { compareTexts, spreadOf } from './order.ts';
import { dimensionOf } from './passes.ts';
import type { LivedEvent, Person } from './people.ts';
import { winningAttempt } from './winning-attempt.ts';

/** How many people went how far. [JRN-10 … JRN-16] */
export function funnel(people: readonly Person[], question: FunnelQuestion): FunnelAnswer {
  const attempts = people.map(({ events }) => winningAttempt(events, question)).filter(attempt => attempt.length > 0);
  const { by } = question;
  if (!by) return { rows: [rowOf(attempts, question)] };
  const sliceValue = (attempt: Attempt): string | null | undefined => {
    const event = attempt[by.step];
    return event && dimensionOf(event, by.dimension);
  };
  const rows = [...new Set(attempts.map(sliceValue))].map(value => {
    const row = rowOf(
      attempts.filter(attempt => sliceValue(attempt) === value),
      question,
    );
    return value === undefined ? row : { value, ...row };
  });
  return { rows: rows.toSorted((a, b) => begun(b) - begun(a) || compareValues(a.value, b.value)) };
}

type Attempt = readonly LivedEvent[];

function rowOf(attempts: readonly Attempt[], { steps }: FunnelQuestion): FunnelRow {
  const pairs = steps.slice(1).map((_, index) => {
    const times = attempts.flatMap(attempt => {
      const [from, to] = [attempt[index], attempt[index + 1]];
      return from && to ? [to.time - from.time] : [];
    });
    return times.length === 0 ? null : spreadOf(times);
  });
  return { reached: steps.map((_, step) => attempts.filter(attempt => attempt.length > step).length), times: pairs };
}

function begun(row: FunnelRow): number {
  return row.reached[0] ?? 0;
}

function compareValues(a: string | null | undefined, b: string | null | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareTexts(a, b);
}
