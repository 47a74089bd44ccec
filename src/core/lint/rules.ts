import { balanceRules } from './balance/balance-rules.ts';
import type { Rule } from './rule.ts';
import { smartRules } from './smart/smart-rules.ts';

/** Every rule of the lint, by concept. Those of the check itself raise theirs on their own. [LNT-01] */
export const RULES: readonly Rule[] = [...smartRules, ...balanceRules];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map(rule => [rule.id, rule]));

export function ruleOf(code: string): Rule | undefined {
  return BY_ID.get(code);
}
