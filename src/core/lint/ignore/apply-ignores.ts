import type { ParsedPlan } from '../../plan/build-plan.ts';
import type { Ignore } from '../../plan/plan.ts';
import { isInTheWay } from '../../plan/publishable.ts';
import type { Problem } from '../../problem/problem.ts';
import { isError, problemsOf } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import type { LintFacts } from '../facts.ts';
import { RULE_NAMES } from '../rule-names.ts';
import { ruleOf } from '../rules.ts';
import { ignoreMessages } from './ignore-messages.ts';

const problem = problemsOf(ignoreMessages);

/** A finding its plan says is meant to be so, and why. */
export interface Ignored {
  readonly problem: Problem;
  readonly ignore: Ignore;
  /** Place among the plan's ignores of the one that takes it out. */
  readonly index: number;
}

/**
 * Takes out what the plan says is meant to be so. [LNT-20 … LNT-22]
 * Nothing that is an error or keeps the plan from being published can be ignored. An ignore that matches nothing is a finding itself,
 * unless its rule needs facts that are not at hand, or its last day is over: then what it took out is found again.
 */
export function applyIgnores(
  problems: readonly Problem[],
  { plan, source }: ParsedPlan,
  facts: LintFacts,
): { readonly problems: readonly Problem[]; readonly ignored: readonly Ignored[] } {
  const ignores = plan.ignores ?? [];
  if (ignores.length === 0) return { problems, ignored: [] };
  const { today } = facts;
  const isOver = ({ until }: Ignore) => until !== undefined && today !== undefined && until < today;
  const used = new Set<Ignore>();
  const ignored: Ignored[] = [];
  const left = problems.filter(found => {
    const ignore = canBeIgnored(found) ? ignores.find(one => !isOver(one) && matches(one, found)) : undefined;
    if (!ignore) return true;
    for (const one of ignores) if (matches(one, found)) used.add(one);
    ignored.push({ problem: found, ignore, index: ignores.indexOf(ignore) });
    return false;
  });
  const own = ignores.flatMap((ignore, index) => {
    const at = ['ignore', index];
    const place = { at, line: source.lineOf(at) };
    const { rule } = ignore;
    if (used.has(ignore) || isOver(ignore)) return [];
    if (!RULE_NAMES.includes(rule)) return [problem('ignore-unknown', { rule, ...nearest(rule) }, place)];
    if (left.some(found => matches(ignore, found))) return [problem('ignore-forbidden', { rule }, place)];
    const needs = ruleOf(rule)?.needs;
    if (needs !== undefined && facts[needs] === undefined) return [];
    return [problem('ignore-unused', { rule, ...(ignore.at === undefined ? {} : { place: ignore.at }) }, place)];
  });
  return { problems: [...left, ...own], ignored };
}

function canBeIgnored(found: Problem): boolean {
  return !isError(found) && !isInTheWay(found);
}

/** `at` is an id, or the whole path with dots. */
function matches({ rule, at }: Ignore, found: Problem): boolean {
  return rule === found.code && (at === undefined || at === found.at[1] || at === found.at.join('.'));
}

function nearest(rule: string): { readonly nearest?: string } {
  const found = suggestion(rule, RULE_NAMES);
  return found.suggestion === undefined ? {} : { nearest: found.suggestion };
}
