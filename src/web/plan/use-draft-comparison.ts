import { useEffect, useMemo, useState } from 'react';
import type { PlanView } from '#contract/plan-view.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { PlanTexts } from './edit-plan.ts';
import { comparedDrafts, type DraftComparison, type PlanState, type Side } from './merge-drafts.ts';
import { type PlanChange, planChanges } from './plan-changes.ts';
import { checkHere } from './plan-desk.ts';
import type { PublishConflict } from './publish-dialog.tsx';
import type { CheckedPlan } from './worker-message.ts';

/** Both sides of a conflict, read and compared. */
export interface ComparedSides {
  readonly comparison: DraftComparison;
  /** What each side changed of the version both started from. */
  readonly theirs: readonly PlanChange[];
  readonly mine: readonly PlanChange[];
  readonly view: PlanView | null;
  /** The check of what the other side published. */
  readonly before: CheckedPlan;
}

/** Reads both sides of a conflict; undefined while that is under way. */
export function useComparedSides({ base, theirs, mine }: PublishConflict): ComparedSides | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const [sides, setSides] = useState<ComparedSides>();
  useEffect(() => {
    if (definitions === undefined) return undefined;
    let isOld = false;
    const read = async () => {
      const texts = [base?.texts ?? theirs.texts, theirs.texts, mine].map(({ yaml, sheet }) => ({ yaml, sheet }));
      const checks = await Promise.all(texts.map(one => checkHere(one, definitions, currency)));
      const [first, there, here] = checks.map((check, i): PlanState & { readonly check: CheckedPlan } => ({
        texts: texts[i] ?? { yaml: '', sheet: '' },
        view: check.view,
        check,
      }));
      if (isOld || !first || !there || !here) return;
      const changes = (after: PlanState) => (first.view && after.view ? planChanges(first.view, after.view) : []);
      setSides({
        comparison: comparedDrafts(first, there, here),
        theirs: changes(there),
        mine: changes(here),
        view: here.view ?? there.view,
        before: there.check,
      });
    };
    void read();
    return () => {
      isOld = true;
    };
  }, [base, theirs, mine, definitions, currency]);
  return sides;
}

/** What the chosen sides make, and its check; undefined while a choice is open or the check is under way. */
export function useSettled(
  sides: ComparedSides | undefined,
  chosen: ReadonlyMap<string, Side>,
): { readonly texts: PlanTexts; readonly checked: CheckedPlan } | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const texts = useMemo(() => sides?.comparison.settle(chosen), [sides, chosen]);
  const [settled, setSettled] = useState<{ readonly texts: PlanTexts; readonly checked: CheckedPlan }>();
  useEffect(() => {
    if (!texts || definitions === undefined) return undefined;
    let isOld = false;
    void checkHere(texts, definitions, currency).then(checked => {
      if (!isOld) setSettled({ texts, checked });
    });
    return () => {
      isOld = true;
    };
  }, [texts, definitions, currency]);
  return settled !== undefined && settled.texts === texts ? settled : undefined;
}
