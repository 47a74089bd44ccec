import type { ToldEvent } from './event-store.ts';

/** Events of people, as text: `name@time`, then `=value`, `#id`, `~session`, `/channel`, `/device`, each where it has one. */
export function toldEvents(people: Readonly<Record<string, string>>): readonly ToldEvent[] {
  return Object.entries(people).flatMap(([person, text]) =>
    text
      .split(' ')
      .filter(word => word !== '')
      .map(word => toldEvent(person, word)),
  );
}

const EVENT = /^([^@]+)@(-?\d+)(?:=(-?\d+))?(?:#(\w+))?(?:~(\w+))?(?:\/([^/]*))?(?:\/([^/]*))?$/;

function toldEvent(person: string, text: string): ToldEvent {
  const [, name, time, value, id, session, channel, device] = EVENT.exec(text) ?? [];
  if (name === undefined) throw new Error(`not an event: ${text}`);
  return {
    person,
    time: Number(time),
    name,
    dimensions: { channel: channel || null, device: device || null },
    value: value === undefined ? null : Number(value),
    session: session ?? '',
    id: id ?? '',
  };
}
