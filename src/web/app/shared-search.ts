import { type Day, parseDay } from '#core/calendar/day.ts';

/** What stays the same from page to page: plan, last day of data, what is compared with. It lives in the address. */
export interface SharedSearch {
  readonly plan?: string | undefined;
  readonly to?: Day | undefined;
  /** `last-year`, `previous`, or `v3`: the version of the plan with that number. */
  readonly compare?: string | undefined;
}

export const SHARED_KEYS = ['plan', 'to', 'compare'] as const satisfies readonly (keyof SharedSearch)[];

type Raw = Readonly<Record<string, unknown>>;

export function sharedSearch(raw: Raw): SharedSearch {
  const to = parseDay(textIn(raw, 'to') ?? '');
  return { ...given('plan', textIn(raw, 'plan')), ...(to ? { to } : {}), ...given('compare', textIn(raw, 'compare')) };
}

/** A parameter that is one of a few; anything else is as if it were not there. */
export function oneIn<K extends string, T extends string>(
  raw: Raw,
  key: K,
  allowed: readonly T[],
): { readonly [P in K]?: T | undefined } {
  const found = allowed.find(value => value === raw[key]);
  return given(key, found);
}

/** A parameter that is any text. */
export function textOf<K extends string>(raw: Raw, key: K): { readonly [P in K]?: string | undefined } {
  return given(key, textIn(raw, key));
}

function textIn(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T });
}

/** Addresses are plain `key=value`, so that people can read and type them. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(key, value);
  }
  const text = params.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
