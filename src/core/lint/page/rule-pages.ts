import { RULE_CONCEPTS } from './rule-concepts.ts';
import type { RulePages } from './rule-page.ts';

/** The explanation of everything that can be found in a plan, by code. [LNT-03] */
export const RULE_PAGES: RulePages = Object.fromEntries(RULE_CONCEPTS.flatMap(({ pages }) => Object.entries(pages)));
