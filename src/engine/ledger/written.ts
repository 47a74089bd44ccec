import type { Problem } from '#core/problem/problem.ts';

/** What came of an attempt to write. Only `written` has changed anything. [LED-08] */
export type Written<T> =
  | { readonly kind: 'written'; readonly value: T; readonly problems: readonly Problem[] }
  /** Someone else was faster: `current` is what they made of it. */
  | { readonly kind: 'conflict'; readonly current: T }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'missing' };

/** A stored object with the number of its last change; whoever changes it names the number they saw. */
export type Revised<T> = T & { readonly revision: number };

export function written<T>(value: T, problems: readonly Problem[] = []): Written<T> {
  return { kind: 'written', value, problems };
}

export function refused(problems: readonly Problem[]): { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  return { kind: 'refused', problems };
}

/** Why a change that names another revision than the current one cannot go on. */
export function stale<T>(
  current: Revised<T> | undefined,
): Extract<Written<Revised<T>>, { readonly kind: 'missing' | 'conflict' }> {
  return current ? { kind: 'conflict', current } : { kind: 'missing' };
}
