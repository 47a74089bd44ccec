import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { CloseState } from '#core/measure/observation.ts';

export type CloseStep = ResponseOf<Api['closes']>['current'][number];

/** Name under which all data are closed at once. */
export const ALL = 'all';

/** Shapes that are told apart without colour: empty, half, full. */
export const CLOSE_SHAPES = { open: '○', preliminary: '◐', final: '●' } as const satisfies Record<CloseState, string>;

const FURTHER: readonly CloseState[] = ['open', 'preliminary', 'final'];

/** The state of a month for a source: its own or that of all data, whichever is further on. [LED-30] */
export function stateOf(steps: readonly CloseStep[], source: string, period: string): CloseState {
  const own = ownStateOf(steps, source, period);
  const all = ownStateOf(steps, ALL, period);
  return FURTHER.indexOf(own) >= FURTHER.indexOf(all) ? own : all;
}

/** What was said for a source itself, or for all data. */
export function ownStateOf(steps: readonly CloseStep[], source: string, period: string): CloseState {
  return steps.find(step => step.source === source && step.period === period)?.state ?? 'open';
}

/** Whether a state may be chosen for a source: not one that all data are past already. */
export function isOpenTo(steps: readonly CloseStep[], source: string, period: string, state: CloseState): boolean {
  return source === ALL || FURTHER.indexOf(state) >= FURTHER.indexOf(ownStateOf(steps, ALL, period));
}
