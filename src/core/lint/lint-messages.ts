import { balanceMessages } from './balance/balance-messages.ts';
import { coverageMessages } from './coverage/coverage-messages.ts';
import { evidenceMessages } from './evidence/evidence-messages.ts';
import { formalismMessages } from './formalism/formalism-messages.ts';
import { ignoreMessages } from './ignore/ignore-messages.ts';
import { meaningMessages } from './meaning/meaning-messages.ts';
import { peopleMessages } from './people/people-messages.ts';
import { rhythmMessages } from './rhythm/rhythm-messages.ts';
import { sizeMessages } from './size/size-messages.ts';
import { smartMessages } from './smart/smart-messages.ts';

/** What the rules say, by concept. */
export const LINT_TABLES = [
  smartMessages,
  balanceMessages,
  meaningMessages,
  coverageMessages,
  peopleMessages,
  rhythmMessages,
  sizeMessages,
  formalismMessages,
  evidenceMessages,
  ignoreMessages,
] as const;
