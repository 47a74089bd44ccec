import { useEffect, useState } from 'react';
import type { Fix } from '#contract/check.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { PlanTexts } from './edit-plan.ts';
import { checkHere, fixesHere, wakeDesk } from './plan-desk.ts';
import type { CheckedPlan } from './worker-message.ts';

export interface CheckedDraft extends CheckedPlan {
  /** The texts this is about. */
  readonly texts: PlanTexts;
  /** What one driver alone would have to be; empty until it is known. */
  readonly fixes: readonly Fix[];
}

/** The check of texts as they are typed; the check before stays until the next is there. */
export function useCheckedPlan(texts: PlanTexts | null, known?: PlanKnowledge): CheckedDraft | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const [checked, setChecked] = useState<CheckedDraft>();
  const { yaml, sheet } = texts ?? { yaml: undefined, sheet: undefined };
  useEffect(wakeDesk, []);
  useEffect(() => {
    if (yaml === undefined || sheet === undefined || definitions === undefined) return undefined;
    let isOld = false;
    const work = async () => {
      const found = await checkHere({ yaml, sheet }, definitions, currency, known);
      if (isOld) return;
      setChecked({ ...found, texts: { yaml, sheet }, fixes: [] });
      if (!found.check.goals.some(({ verdict }) => verdict === 'short')) return;
      const fixes = await fixesHere({ yaml, sheet }, definitions, currency);
      if (!isOld) setChecked({ ...found, texts: { yaml, sheet }, fixes });
    };
    void work();
    return () => {
      isOld = true;
    };
  }, [yaml, sheet, definitions, currency, known]);
  return checked;
}
