import type { NodeView } from '#contract/plan-view.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';

export interface NodesOver {
  /** Goals and KPIs of the plan whose values rest on a dataset, straight or through a formula. */
  readonly over: (dataset: string) => readonly NodeView[];
  /** Goals and KPIs that nothing measures. */
  readonly unmeasured: readonly { readonly node: NodeView; readonly missing: readonly string[] }[];
  readonly isLoading: boolean;
}

/** Which goals and KPIs of the chosen plan rest on which data. Without a published plan, none. */
export function useNodesOver(): NodesOver {
  const { plan } = usePlace();
  const asked = useAnswer('plan', { plan: plan ?? '' }, { when: plan !== undefined });
  const progress = useAnswer('progress', { plan: plan ?? '' }, { when: plan !== undefined });
  const nodes = asked.data?.view?.nodes ?? [];
  const sources = progress.data?.state === 'standing' ? progress.data.sources : [];
  const nodeOf = (id: string) => nodes.find(node => node.id === id);
  return {
    over: dataset => sources.filter(({ datasets }) => datasets.includes(dataset)).flatMap(({ node }) => nodeOf(node) ?? []),
    unmeasured: sources.flatMap(({ node: id, by, missing }) => {
      const node = nodeOf(id);
      return by === 'none' && node ? [{ node, missing }] : [];
    }),
    isLoading: asked.isLoading || progress.isLoading,
  };
}
