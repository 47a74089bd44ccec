import type { Catalogue } from '../metric/catalogue.ts';
import type { ParsedPlan, PlanText } from '../plan/build-plan.ts';
import { applyPatch, type Patch, removeKey, setValue } from '../plan/edit.ts';
import { readSource } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { isError } from '../problem/problem.ts';
import { NO_FACTS } from './facts.ts';
import { lintOf } from './lint.ts';
import { removeItem } from './remove-item.ts';
import { reviewPlan } from './review-plan.ts';
import { ruleOf } from './rules.ts';

/** The edit of plan.yaml that settles a finding without changing what the plan means; undefined where somebody has to decide. [LNT-30] */
export function fixFor(found: Problem, parsed: ParsedPlan, catalogue: Pick<Catalogue, 'things'>): Patch | undefined {
  const { source } = parsed;
  switch (found.code) {
    case 'deadline-missing':
      return withDeadline(found, parsed);
    case 'ignore-unused':
      return (parsed.plan.ignores ?? []).length === 1 ? removeKey(source, ['ignore']) : removeItem(source, found.at);
    default:
      return ruleOf(found.code)?.fix?.(found, lintOf(parsed, catalogue, NO_FACTS));
  }
}

/** Codes that may have an edit; whether one has it depends on how the plan is written. */
export function isFixable(code: string): boolean {
  return code === 'deadline-missing' || code === 'ignore-unused' || ruleOf(code)?.fix !== undefined;
}

export interface Fixed {
  readonly yaml: string;
  /** What was settled, in the order it was. */
  readonly settled: readonly Problem[];
}

/**
 * A plan with everything settled that settles itself. [LNT-31]
 * Each edit is kept only when its finding goes away and no error comes with it; every byte outside the edits stays.
 */
export function fixPlan(text: PlanText, catalogue: Catalogue): Fixed {
  let yaml = text.yaml;
  const settled: Problem[] = [];
  const tried = new Set<string>();
  for (let next = nextFix(); next; next = nextFix()) {
    tried.add(keyOf(next.found));
    if (next.yaml === undefined) continue;
    yaml = next.yaml;
    settled.push(next.found);
  }
  return { yaml, settled };

  function nextFix(): { readonly found: Problem; readonly yaml: string | undefined } | undefined {
    const before = reviewPlan({ ...text, yaml }, catalogue);
    const { parsed } = before;
    const found = before.problems.find(one => isFixable(one.code) && !tried.has(keyOf(one)));
    if (!parsed || !found) return undefined;
    const patch = fixFor(found, parsed, catalogue);
    if (!patch) return { found, yaml: undefined };
    const after = applyPatch(yaml, patch);
    if (!readSource(after).ok) return { found, yaml: undefined };
    const { problems } = reviewPlan({ ...text, yaml: after }, catalogue);
    const isWorse = problems.filter(isError).length > before.problems.filter(isError).length;
    const isStill = problems.some(one => keyOf(one) === keyOf(found));
    return { found, yaml: isWorse || isStill ? undefined : after };
  }
}

function keyOf({ code, at, params }: Problem): string {
  return JSON.stringify([code, at, params]);
}

/** The day that is taken anyway, written down. */
function withDeadline({ at, params }: Problem, { source }: ParsedPlan): Patch | undefined {
  const range = source.rangeOf(at);
  const written = range && source.text.slice(range.start, range.end);
  if (written === undefined || /[\r\n]/.test(written)) return undefined;
  const plain = written.replace(/^(["'])(.*)\1$/, '$2');
  return setValue(source, at, `${plain} by ${String(params.end)}`);
}
