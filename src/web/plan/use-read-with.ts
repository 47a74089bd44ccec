import { useMemo } from 'react';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { PlanTexts } from './edit-plan.ts';
import type { ReadWith } from './worker-message.ts';

/** Texts of a plan with the organisation's definitions; undefined until both are known. */
export function useReadWith(texts: PlanTexts | null | undefined): ReadWith | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const { yaml, sheet } = texts ?? { yaml: undefined, sheet: undefined };
  return useMemo(
    () =>
      yaml === undefined || sheet === undefined || definitions === undefined ? undefined : { yaml, sheet, definitions, currency },
    [yaml, sheet, definitions, currency],
  );
}
