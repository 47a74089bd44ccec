import { formulaMessages } from '../formula/formula-messages.ts';
import { chainMessages } from '../plan/chain-messages.ts';
import { consistencyMessages } from '../plan/consistency-messages.ts';
import { designMessages } from '../plan/design-messages.ts';
import { planMessages } from '../plan/plan-messages.ts';
import { sheetMessages } from '../plan/sheet-messages.ts';
import { ignoreMessages } from './ignore/ignore-messages.ts';
import { RULES } from './rules.ts';

/** Codes of everything that can be found in a plan: by reading and checking it, by the rules, and about what it ignores. [LNT-01] */
export const RULE_NAMES: readonly string[] = [
  ...[formulaMessages, planMessages, designMessages, sheetMessages, consistencyMessages, chainMessages, ignoreMessages].flatMap(
    Object.keys,
  ),
  ...RULES.map(({ id }) => id),
].toSorted();
