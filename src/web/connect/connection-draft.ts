import type { ConnectionView, ConnectorView } from '#contract/connection.ts';
import type { WEEKDAYS } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { Schedule } from '#core/connect/schedule.ts';

/** What stands in the form. */
export interface ConnectionDraft {
  readonly name: string;
  readonly connector: ConnectorView['id'];
  readonly settings: Readonly<Record<string, string>>;
  readonly signIn: ConnectorView['signIn'][number]['id'];
  readonly dataset: string;
  readonly since: Day | null;
  readonly restates: string;
  readonly every: Schedule['every'];
  readonly at: string;
  readonly on: (typeof WEEKDAYS)[number];
  readonly secrets: Readonly<Record<string, string>>;
}

const FIRST_DAYS = 90;

export function newDraft(connector: ConnectorView, today: Day): ConnectionDraft {
  return {
    name: '',
    connector: connector.id,
    settings: {},
    signIn: connector.signIn[0]?.id ?? 'token',
    dataset: '',
    since: addDays(today, -FIRST_DAYS),
    restates: '',
    every: 'day',
    at: '06:00',
    on: 'monday',
    secrets: {},
  };
}

export function draftOf({ schedule, dataset, restates, ...stored }: ConnectionView): ConnectionDraft {
  const { name, connector, settings, signIn, since } = stored;
  return {
    name,
    connector,
    settings,
    signIn,
    since,
    dataset: dataset ?? '',
    restates: restates === null ? '' : String(restates),
    every: schedule.every,
    at: 'at' in schedule ? schedule.at : '06:00',
    on: 'on' in schedule ? schedule.on : 'monday',
    secrets: {},
  };
}

/** What the form says, as the API takes it; undefined while the first day is not readable. */
export function bodyOf(draft: ConnectionDraft) {
  const { name, connector, signIn, dataset, since, restates } = draft;
  if (since === null) return undefined;
  const settings = Object.fromEntries(
    Object.entries(draft.settings).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]])),
  );
  const days = Number(restates);
  return {
    name: name.trim(),
    connector,
    settings,
    signIn,
    dataset: dataset.trim() === '' ? null : dataset.trim(),
    since,
    restates: restates.trim() === '' || !Number.isInteger(days) || days < 0 ? null : days,
    schedule: scheduleOf(draft),
  };
}

function scheduleOf({ every, at, on }: ConnectionDraft): Schedule {
  switch (every) {
    case 'never':
    case 'hour':
      return { every };
    case 'day':
      return { every, at };
    case 'week':
      return { every, on, at };
  }
}

/** Secrets are sent only where any was entered. */
export function secretsOf({ secrets }: ConnectionDraft): Readonly<Record<string, string>> | undefined {
  return Object.values(secrets).some(text => text.trim() !== '') ? secrets : undefined;
}
