import { type KeyedMonth, monthKeyOf, monthsUntil } from '#core/calendar/month-key.ts';
import { ENTERED } from '#core/measure/entry/entered-dataset.ts';
import { type OwedValue, owedValues, type ValueDuty } from '#core/measure/entry/value-duty.ts';
import { ok, type Result } from '#core/problem/problem.ts';
import { sameText, type Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { closeStateOf, currentCloses } from '../ledger/close-store.ts';
import { listValueDuties } from '../ledger/value-duty-store.ts';
import { enteredValues } from './entered-values.ts';
import { knownAt } from './knowledge.ts';

export interface ValueDuties {
  readonly duties: readonly (ValueDuty & { readonly name: Text })[];
  /** What is to be typed now, by its day. */
  readonly owed: readonly (OwedValue & { readonly name: Text })[];
}

/** Who types what, and what is due, of the last twelve months. [DUE-01, DUE-02] */
export async function readValueDuties(app: App): Promise<Result<ValueDuties>> {
  const { db } = app.workspace.ledger;
  const known = await knownAt(app);
  const { calendar } = known.settings;
  const months: readonly KeyedMonth[] = monthsUntil(monthKeyOf(known.today, calendar), calendar);
  const entered = await enteredValues(app, known, months);
  if (!entered.ok) return entered;
  const closes = await currentCloses(db);
  const typed = new Set(entered.value.map(({ metric, month }) => `${metric} ${month}`));
  const nameOf = (metric: string): Text => known.metrics.catalogue.metrics.get(metric)?.name ?? sameText(metric);
  const duties = (await listValueDuties(db)).map(duty => ({ ...duty, name: nameOf(duty.metric) }));
  const owed = duties.flatMap(duty => {
    const isSettled = (month: string) => typed.has(`${duty.metric} ${month}`) || closeStateOf(closes, ENTERED, month) === 'final';
    return owedValues(duty, months, isSettled, known.today, calendar).map(one => ({ ...one, name: duty.name }));
  });
  return ok({ duties, owed: owed.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)) });
}
