import type { EventFilter } from '../event-filter.ts';

/** What happened, as a choice: rows of a dataset, all of them or those with one value of a column. */
export interface Happening {
  readonly event: string;
  readonly dimension?: string;
  readonly value?: string;
}

/** `site-log` or `site-log:action=訪問`; the value is encoded as in an address. */
export function happeningText({ event, dimension, value }: Happening): string {
  return dimension === undefined ? event : `${event}:${dimension}=${encodeURIComponent(value ?? '').replaceAll('~', '%7E')}`;
}

export function parseHappening(text: string): Happening | undefined {
  const [, event, dimension, value] = /^([^:]+)(?::([^=]+)=(.*))?$/.exec(text) ?? [];
  if (event === undefined) return undefined;
  if (dimension === undefined) return { event };
  try {
    return { event, dimension, value: decodeURIComponent(value ?? '') };
  } catch {
    return undefined;
  }
}

/** Several, one after the other. */
export function happeningsText(steps: readonly Happening[]): string {
  return steps.map(happeningText).join('~');
}

export function parseHappenings(text: string | undefined): readonly Happening[] {
  return (text ?? '').split('~').flatMap(part => parseHappening(part) ?? []);
}

export function filterOf({ event, dimension, value }: Happening): EventFilter {
  return { events: [event], ...(dimension === undefined ? {} : { where: [{ dimension, in: [value ?? ''] }] }) };
}
