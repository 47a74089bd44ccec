import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { closeMonth } from '#engine/closing/close-month.ts';
import { closeHistory, currentCloses, type PeriodClose } from '#engine/ledger/close-store.ts';
import { monthOfKey } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

export const closeHandlers: HandlersOf<'closes' | 'putClose'> = {
  closes: async ({ period }, { app }) => {
    const { calendar } = await readAppSettings(app);
    const { db } = app.workspace.ledger;
    const current = (await currentCloses(db)).filter(step => period === undefined || step.period === period);
    const history = period === undefined ? [] : await closeHistory(db, period);
    return value({
      current: current.flatMap(step => viewOf(step, calendar)),
      history: history.flatMap(step => viewOf(step, calendar)),
    });
  },

  putClose: async ({ body }, { app, by }) => {
    const { calendar } = await readAppSettings(app);
    const written = await closeMonth(app, by, body);
    return replyTo(written, `${body.source}/${body.period}`, step => ({ close: oneView(step, calendar) }), noConflict);
  },
};

function viewOf(step: PeriodClose, calendar: CalendarSettings) {
  const range = monthOfKey(step.period, calendar);
  return range ? [{ ...step, range: { from: range.from, to: range.to } }] : [];
}

function oneView(step: PeriodClose, calendar: CalendarSettings) {
  const [view] = viewOf(step, calendar);
  if (!view) throw new Error(`a close of no month: ${step.period}`);
  return view;
}
