import { useEffect, useState } from 'react';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { PlanTexts } from './edit-plan.ts';
import { checkHere } from './plan-desk.ts';
import type { CheckedPlan } from './worker-message.ts';

/** The check of texts as they are typed; the check before stays until the next is there. */
export function useCheckedPlan(texts: PlanTexts | null): CheckedPlan | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const [checked, setChecked] = useState<CheckedPlan>();
  const { yaml, sheet } = texts ?? { yaml: undefined, sheet: undefined };
  useEffect(() => {
    if (yaml === undefined || sheet === undefined || definitions === undefined) return undefined;
    let isOld = false;
    void checkHere({ yaml, sheet }, definitions, currency).then(found => {
      if (!isOld) setChecked(found);
    });
    return () => {
      isOld = true;
    };
  }, [yaml, sheet, definitions, currency]);
  return checked;
}
