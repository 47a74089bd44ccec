import { balancePages } from '../balance/balance-pages.ts';
import { coveragePages } from '../coverage/coverage-pages.ts';
import { evidencePages } from '../evidence/evidence-pages.ts';
import { formalismPages } from '../formalism/formalism-pages.ts';
import { ignorePages } from '../ignore/ignore-pages.ts';
import { meaningPages } from '../meaning/meaning-pages.ts';
import { peoplePages } from '../people/people-pages.ts';
import { rhythmPages } from '../rhythm/rhythm-pages.ts';
import { sizePages } from '../size/size-pages.ts';
import { smartPages } from '../smart/smart-pages.ts';
import { arithmeticPages } from './arithmetic-pages.ts';
import { documentPages } from './document-pages.ts';
import { formulaPages } from './formula-pages.ts';
import type { RulePages } from './rule-page.ts';
import { structurePages } from './structure-pages.ts';
import { targetPages } from './target-pages.ts';

/** The explanation of everything that can be found in a plan, by code. [LNT-03] */
export const RULE_PAGES: RulePages = {
  ...smartPages,
  ...balancePages,
  ...meaningPages,
  ...coveragePages,
  ...peoplePages,
  ...rhythmPages,
  ...sizePages,
  ...formalismPages,
  ...evidencePages,
  ...ignorePages,
  ...documentPages,
  ...targetPages,
  ...structurePages,
  ...arithmeticPages,
  ...formulaPages,
};
