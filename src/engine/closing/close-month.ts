import type { CloseState } from '#core/measure/observation.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { addSnapshot } from '../ledger/close-snapshot-store.ts';
import { closeHistory, closePeriod, type PeriodClose } from '../ledger/close-store.ts';
import type { Written } from '../ledger/written.ts';
import { monthOfKey } from '../query/knowledge.ts';
import { monthValues } from './month-values.ts';

export interface CloseAsked {
  readonly source: string;
  readonly period: string;
  readonly state: CloseState;
  readonly note: string;
  /** Name of the snapshot that is taken. */
  readonly name: string;
}

/**
 * Closes a month or opens it again. With every closing step goes a snapshot of what the KPIs over the source are at that moment; the
 * step and its snapshot are one change. [CLS-02]
 */
export async function closeMonth(app: App, by: string, { name, ...step }: CloseAsked): Promise<Written<PeriodClose>> {
  const { calendar } = await readAppSettings(app);
  const range = monthOfKey(step.period, calendar);
  const { source, period, state } = step;
  const values =
    range && state !== 'open'
      ? (await monthValues(app, source, range)).map(({ plan, node, observation }) => ({ plan, node, observation }))
      : [];
  const written = await app.workspace.ledger.change(by, async change => {
    const before = (await closeHistory(change.db, period)).findLast(one => one.source === source);
    const closed = await closePeriod(change, step);
    // The state it had already is no step, and has its snapshot.
    if (closed.kind === 'written' && closed.value.id !== before?.id && state !== 'open') {
      await addSnapshot(change, { source, period, state, name: name.trim(), values });
    }
    return closed;
  });
  app.cache.forget();
  return written;
}
