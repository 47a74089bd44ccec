import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import type { ProgressAnswer, ProgressStanding } from '#contract/progress.ts';
import { type Place, usePlace } from './place.ts';
import { useAnswer } from './use-answer.ts';

/** A plan with where it stands, as the pages of progress need it. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: unknown; readonly retry: () => void }
  /** Nothing is published, or what is published cannot be read. */
  | { readonly kind: 'unpublished'; readonly plan: ResponseOf<Api['plan']> }
  | { readonly kind: 'not-started'; readonly progress: Extract<ProgressAnswer, { state: 'not-started' }> }
  | {
      readonly kind: 'standing';
      readonly view: PlanView;
      readonly progress: ProgressStanding;
      readonly stale: boolean;
      nodeOf(id: string): NodeView | undefined;
    };

/** The current plan's progress, asked once for everything on the page. */
export function useStanding(): Standing {
  const place = usePlace();
  const plan = useAnswer('plan', { plan: place.plan ?? '' }, { when: place.plan !== undefined, keep: true });
  const isPublished = plan.data?.version != null;
  const progress = useAnswer('progress', progressInput(place), { when: isPublished, keep: true });
  if (place.plan === undefined) return { kind: 'none' };
  const failed = [plan, progress].find(query => query.error && !query.data);
  if (failed) return { kind: 'error', error: failed.error, retry: () => void failed.refetch() };
  if (!plan.data) return { kind: 'loading' };
  const { view } = plan.data;
  if (!isPublished || !view) return { kind: 'unpublished', plan: plan.data };
  if (!progress.data) return { kind: 'loading' };
  if (progress.data.state === 'not-started') return { kind: 'not-started', progress: progress.data };
  return {
    kind: 'standing',
    view,
    progress: progress.data,
    stale: progress.isPlaceholderData,
    nodeOf: id => view.nodes.find(node => node.id === id),
  };
}

export function progressInput({ plan, to, compare }: Place) {
  return {
    plan: plan ?? '',
    ...(to ? { to } : {}),
    ...(compare.kind === 'version' ? { compare: compare.number } : {}),
  };
}
