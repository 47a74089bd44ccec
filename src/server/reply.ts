import type { ConflictOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { Written } from '#engine/ledger/written.ts';
import { requestProblem } from './request-messages.ts';

/** What a handler answers. */
export type Reply<E extends Endpoint> =
  | { readonly kind: 'value'; readonly value: ResponseOf<E> }
  | { readonly kind: 'conflict'; readonly conflict: ConflictOf<E> }
  /** 422: it can be read, and cannot be done. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** 404: what the path or the body names is not there. */
  | { readonly kind: 'missing'; readonly id: string }
  /** Any other status of the 400s. */
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 408 | 413 | 415; readonly problem: Problem };

export function value<T>(of: T): { readonly kind: 'value'; readonly value: T } {
  return { kind: 'value', value: of };
}

export function problems(found: readonly Problem[]): { readonly kind: 'problems'; readonly problems: readonly Problem[] } {
  return { kind: 'problems', problems: found };
}

export function missing(id: string): { readonly kind: 'missing'; readonly id: string } {
  return { kind: 'missing', id: id.slice(0, 100) };
}

export function conflict<T>(of: T): { readonly kind: 'conflict'; readonly conflict: T } {
  return { kind: 'conflict', conflict: of };
}

/** The problem of something that is not there. */
export function missingProblem(id: string): Problem {
  return requestProblem('object-missing', { id });
}

/** The reply to a change of something stored. */
export function replyTo<T, V, C>(
  written: Written<T>,
  id: string,
  toValue: (of: T, found: readonly Problem[]) => V,
  toConflict: (current: T) => C,
):
  | { readonly kind: 'value'; readonly value: V }
  | { readonly kind: 'conflict'; readonly conflict: C }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'missing'; readonly id: string } {
  switch (written.kind) {
    case 'written':
      return value(toValue(written.value, written.problems));
    case 'conflict':
      return conflict(toConflict(written.current));
    case 'refused':
      return problems(written.problems);
    case 'missing':
      return missing(id);
  }
}

/** For changes that cannot meet another one. */
export function noConflict(): never {
  throw new Error('a conflict where there can be none');
}
