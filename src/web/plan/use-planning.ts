import { useEffect, useMemo } from 'react';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { type PlanChange, planChanges } from './plan-changes.ts';
import { type CheckedDraft, useCheckedPlan } from './use-checked-plan.ts';
import { type DraftDesk, type PlanAnswer, useDraft } from './use-draft.ts';
import { usePlanKnowledge } from './use-plan-knowledge.ts';

/** A plan being looked at and worked on. */
export interface Planning {
  readonly answer: PlanAnswer;
  readonly desk: DraftDesk;
  /** Undefined while the first check is under way. */
  readonly checked: CheckedDraft | undefined;
  /** The draft as a plan where it can be read, else the newest state that could. */
  readonly view: PlanView | null;
  /** What the workspace knows of its nodes; undefined until it is there. */
  readonly known: PlanKnowledge | undefined;
  /** What the draft changes of the published version. */
  readonly changes: readonly PlanChange[];
  nodeOf(id: string): NodeView | undefined;
}

export type PlanningState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'planning'; readonly planning: Planning };

/** The current plan with the acting member's draft of it, checked. */
export function usePlanning(): PlanningState {
  const { plan } = usePlace();
  const asked = useAnswer('plan', { plan: plan ?? '' }, { when: plan !== undefined, keep: true });
  const answer = asked.data?.plan.id === plan ? asked.data : undefined;
  const desk = useDraft(answer);
  const { known, follow } = usePlanKnowledge(answer);
  const found = useCheckedPlan(desk.texts, known);
  useEffect(() => {
    if (found?.view) follow(found.view, found.texts);
  }, [found, follow]);
  const checked = found?.view && plan !== undefined && found.view.id !== plan ? undefined : found;
  const published = answer?.view ?? null;
  const view = checked?.view ?? published;
  const changes = useMemo(
    () => (published && checked?.view && desk.isDraft ? planChanges(published, checked.view) : []),
    [published, checked?.view, desk.isDraft],
  );
  const byId = useMemo(() => new Map(view?.nodes.map(node => [node.id, node])), [view]);
  if (plan === undefined) return { kind: 'none' };
  if (!answer)
    return asked.error ? { kind: 'error', error: asked.error, retry: () => void asked.refetch() } : { kind: 'loading' };
  return { kind: 'planning', planning: { answer, desk, checked, view, known, changes, nodeOf: id => byId.get(id) } };
}
