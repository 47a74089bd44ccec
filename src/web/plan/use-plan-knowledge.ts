import { useCallback, useState } from 'react';
import type { PlanView } from '#contract/plan-view.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { useAnswer } from '../app/use-answer.ts';
import type { PlanTexts } from './edit-plan.ts';
import type { PlanAnswer } from './use-draft.ts';

export interface KnowledgeDesk {
  /** Undefined until it is there, and where the server cannot be reached: the rules that need it are silent then. */
  readonly known: PlanKnowledge | undefined;
  /** Asks anew where the nodes themselves are others: targets may change without anybody asking. */
  readonly follow: (view: PlanView, texts: PlanTexts) => void;
}

interface Asked {
  readonly plan: string;
  readonly shape: string;
  /** Absent: what is published. */
  readonly texts?: PlanTexts;
}

/** What data, forecasts and initiatives say of the nodes of a plan and of its draft. [LNT-05] */
export function usePlanKnowledge(answer: PlanAnswer | undefined): KnowledgeDesk {
  const [asked, setAsked] = useState<Asked>();
  const plan = answer?.plan.id;
  const published = answer?.view ?? null;
  const own = asked?.plan === plan ? asked : undefined;
  const found = useAnswer(
    'planKnowledge',
    { plan: plan ?? '', body: own?.texts ? { texts: own.texts } : {} },
    { when: plan !== undefined && (published !== null || own?.texts !== undefined), keep: true },
  );
  const follow = useCallback(
    (view: PlanView, texts: PlanTexts) => {
      if (plan === undefined || view.id !== plan) return;
      const shape = shapeOf(view);
      const isPublished = published !== null && shape === shapeOf(published);
      setAsked(before =>
        before?.plan === plan && before.shape === shape ? before : { plan, shape, ...(isPublished ? {} : { texts }) },
      );
    },
    [plan, published],
  );
  return { known: plan === undefined ? undefined : found.data, follow };
}

/** Everything that decides which values a node has, and nothing of what is wanted of it. */
function shapeOf({ period, nodes }: PlanView): string {
  return JSON.stringify([
    period,
    nodes.map(({ id, metric, equals, lag, supports }) => [
      id,
      metric,
      equals?.text,
      lag?.text,
      supports.map(({ to, lag: delay }) => [to, delay?.text]),
    ]),
  ]);
}
