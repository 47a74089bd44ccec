import type { WireProblem } from '#contract/problem.ts';
import { applyPatch } from '#core/plan/edit.ts';
import type { Planning } from './use-planning.ts';

/** What settles a finding of the draft by itself: an edit that can be taken back like any other. [LNT-30] */
export function settleOf({ checked, desk }: Planning): (found: WireProblem) => (() => void) | undefined {
  return found => {
    const patch = checked?.settles[checked.check.problems.indexOf(found)];
    // What was found in another text than the one that stands there now settles nothing.
    const isNew = checked?.texts.yaml !== desk.texts?.yaml;
    if (!checked || !patch || isNew) return undefined;
    const { yaml, sheet } = checked.texts;
    return () => void desk.write({ yaml: applyPatch(yaml, patch), sheet });
  };
}
