import { balancePages } from '../balance/balance-pages.ts';
import { ignorePages } from '../ignore/ignore-pages.ts';
import { smartPages } from '../smart/smart-pages.ts';
import type { RulePages } from './rule-page.ts';

/** The explanation of everything that can be found in a plan, by code. [LNT-03] */
export const RULE_PAGES: RulePages = { ...smartPages, ...balancePages, ...ignorePages };
