import { balanceRules } from './balance/balance-rules.ts';
import { coverageRules } from './coverage/coverage-rules.ts';
import { evidenceRules } from './evidence/evidence-rules.ts';
import { formalismRules } from './formalism/formalism-rules.ts';
import { countRules } from './meaning/count-rules.ts';
import { meaningRules } from './meaning/meaning-rules.ts';
import { peopleRules } from './people/people-rules.ts';
import { rhythmRules } from './rhythm/rhythm-rules.ts';
import type { Rule } from './rule.ts';
import { sizeRules } from './size/size-rules.ts';
import { smartRules } from './smart/smart-rules.ts';

/** Every rule of the lint, by concept. Those of the check itself raise theirs on their own. [LNT-01] */
export const RULES: readonly Rule[] = [
  ...smartRules,
  ...balanceRules,
  ...meaningRules,
  ...countRules,
  ...coverageRules,
  ...peopleRules,
  ...rhythmRules,
  ...sizeRules,
  ...formalismRules,
  ...evidenceRules,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map(rule => [rule.id, rule]));

export function ruleOf(code: string): Rule | undefined {
  return BY_ID.get(code);
}
