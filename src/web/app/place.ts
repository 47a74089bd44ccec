import { useSearch } from '@tanstack/react-router';
import type { Day } from '#core/calendar/day.ts';
import { useWorkspace } from './workspace-context.ts';

/** Which plan is looked at, to which day, and beside what. */
export interface Place {
  /** Undefined: the workspace has no plan yet. */
  readonly plan: string | undefined;
  readonly to: Day | undefined;
  readonly compare: Compare;
}

export type Compare =
  | { readonly kind: 'last-year' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'version'; readonly number: string };

export function usePlace(): Place {
  const search = useSearch({ from: '__root__' });
  const { plans } = useWorkspace();
  const active = plans.filter(({ state }) => state === 'active');
  const chosen = plans.find(({ id }) => id === search.plan) ?? active.find(({ version }) => version !== null) ?? active[0];
  return { plan: chosen?.id, to: search.to, compare: compareOf(search.compare) };
}

function compareOf(text: string | undefined): Compare {
  const [, number] = /^v(\d+)$/.exec(text ?? '') ?? [];
  if (number !== undefined) return { kind: 'version', number };
  return text === 'previous' ? { kind: 'previous' } : { kind: 'last-year' };
}
