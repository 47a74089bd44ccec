import type { Catalogue } from '../metric/catalogue.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import { sameText } from '../text/text.ts';
import { unitText } from '../unit/unit-text.ts';
import { type Arithmetic, prepareArithmetic } from './arithmetic.ts';
import type { ParsedPlan } from './build-plan.ts';
import { pathOf } from './check-references.ts';
import { checkUnits } from './check-units.ts';
import { designMessages } from './design-messages.ts';
import { neededValue } from './needed-value.ts';
import type { Alternative, NodeId, Plan, PlanNode } from './plan.ts';
import type { Reading } from './reading.ts';
import { decimalText } from './shown.ts';
import { uncountable } from './uncountable.ts';
import { type GoalVerdict, goalVerdict } from './verdict.ts';

const problem = problemsOf(designMessages);

/** One way to take a goal apart, and what the plan's targets come to by it. [DES-09] */
export interface Way {
  readonly goal: NodeId;
  /** As written. */
  readonly formula: string;
  readonly name: Text;
  readonly because?: Text;
  /** The one the plan is calculated by. */
  readonly isChosen: boolean;
  readonly period: Reading;
  /** Parts without a target. */
  readonly missing: readonly NodeId[];
  /** What the one missing part would have to be. */
  readonly needed?: string;
}

/**
 * Every way of a goal that names others beside its formula, judged as if it were the formula; its own first. [DES-09]
 * A way whose units do not work out, or that runs in a circle, is a problem at the alternative and is not compared.
 */
export function compareWays(
  goals: readonly GoalVerdict[],
  arithmetic: Arithmetic,
  parsed: ParsedPlan,
  { things }: Pick<Catalogue, 'things'>,
): { readonly ways: readonly Way[]; readonly problems: readonly Problem[] } {
  const { plan, source } = parsed;
  const ways: Way[] = [];
  const problems: Problem[] = [];
  for (const verdict of goals) {
    const goal = plan.nodes.get(verdict.id);
    if (!goal?.alternatives || goal.alternatives.length === 0) continue;
    if (goal.equals) ways.push(wayOf(goal, { text: goal.equalsText ?? '' }, verdict, arithmetic, true));
    goal.alternatives.forEach((alternative, index) => {
      const at = [...pathOf(goal), 'alternatives', index];
      const place = { at, line: source.lineOf(at) };
      const changed: Plan = { ...plan, nodes: new Map(plan.nodes).set(goal.id, { ...goal, equals: alternative.equals }) };
      const prepared = prepareArithmetic(changed);
      if (!prepared.ok) {
        problems.push({ ...uncountable(prepared, { plan: changed, source }), ...place });
        return;
      }
      const isOwn = (found: Problem) => found.at[1] === goal.id;
      const misfits = checkUnits(changed, things, source).filter(isOwn);
      problems.push(...misfits.map(found => ({ ...found, ...place })));
      if (misfits.length > 0) return;
      const found = { ...goal, equals: alternative.equals };
      const way = wayOf(found, alternative, goalVerdict(found, prepared.arithmetic), prepared.arithmetic, false);
      ways.push(way);
      problems.push(problem('other-way', paramsOf(way, goal, plan), place));
    });
  }
  return { ways, problems };
}

function wayOf(
  goal: PlanNode,
  { text, name, because }: Pick<Alternative, 'text' | 'name' | 'because'>,
  verdict: GoalVerdict,
  arithmetic: Arithmetic,
  isChosen: boolean,
): Way {
  const { period } = verdict;
  const missing = period.why?.code === 'missing' ? period.why.nodes : [];
  const open = missing.length === 1 ? arithmetic.plan.nodes.get(missing[0] ?? '') : undefined;
  const needed = open && neededValue(open, goal, verdict, arithmetic);
  return {
    goal: goal.id,
    formula: text,
    name: name ?? sameText(text),
    ...(because ? { because } : {}),
    isChosen,
    period,
    missing,
    ...(needed === undefined ? {} : { needed }),
  };
}

function paramsOf({ name, period, missing, needed }: Way, goal: PlanNode, plan: Plan) {
  const open = plan.nodes.get(missing[0] ?? '');
  return {
    goal: goal.id,
    nameJa: name.ja,
    nameEn: name.en,
    verdict: period.verdict,
    unit: unitText(goal.unit),
    missing,
    ...(period.implied ? { implied: decimalText(period.implied) } : {}),
    ...(period.shortBy ? { shortBy: decimalText(period.shortBy) } : {}),
    ...(needed !== undefined && open ? { needed, neededUnit: unitText(open.unit) } : {}),
  };
}
