import { actMessages } from '../act/act-messages.ts';
import { initiativeMessages } from '../act/initiative-messages.ts';
import { agreeMessages } from '../agree/agree-messages.ts';
import { ambitionMessages } from '../ambition/ambition-messages.ts';
import { explainMessages } from '../analyse/explain-messages.ts';
import { beginMessages } from '../begin/begin-messages.ts';
import { calendarMessages } from '../calendar/calendar-messages.ts';
import { connectMessages } from '../connect/connect-messages.ts';
import { pushMessages } from '../connect/push-messages.ts';
import { driverMessages } from '../drivers/driver-messages.ts';
import { formulaMessages } from '../formula/formula-messages.ts';
import { journeyMessages } from '../journey/journey-messages.ts';
import { readingMessages } from '../journey/value/reading-messages.ts';
import { LINT_TABLES } from '../lint/lint-messages.ts';
import { entryMessages } from '../measure/entry/entry-messages.ts';
import { measureMessages } from '../measure/measure-messages.ts';
import { peopleMessages } from '../measure/personal/people-messages.ts';
import { ingestMessages } from '../measure/recognise/ingest-messages.ts';
import { catalogueMessages } from '../metric/catalogue-messages.ts';
import { conditionMessages } from '../metric/condition-messages.ts';
import { definitionsMessages } from '../metric/definitions-messages.ts';
import { chainMessages } from '../plan/chain-messages.ts';
import { consistencyMessages } from '../plan/consistency-messages.ts';
import { designMessages } from '../plan/design-messages.ts';
import { planMessages } from '../plan/plan-messages.ts';
import { sheetMessages } from '../plan/sheet-messages.ts';
import { tagMessages } from '../plan/tag-messages.ts';
import { plannerMessages } from '../planner/planner-messages.ts';
import { priorityMessages } from '../prioritise/priority-messages.ts';
import { qualityMessages } from '../quality/quality-messages.ts';
import { repairMessages } from '../repair/repair-messages.ts';
import { scenarioMessages } from '../scenario/scenario-messages.ts';
import { templateMessages } from '../template/template-messages.ts';
import { textMessages } from '../text/text-messages.ts';
import type { MessageTable } from './problem.ts';

/** Every table of messages in core; a code stands in one of them only. */
export const CORE_TABLES: readonly MessageTable[] = [
  actMessages,
  ambitionMessages,
  beginMessages,
  calendarMessages,
  catalogueMessages,
  chainMessages,
  conditionMessages,
  connectMessages,
  consistencyMessages,
  definitionsMessages,
  designMessages,
  driverMessages,
  entryMessages,
  explainMessages,
  formulaMessages,
  ingestMessages,
  initiativeMessages,
  journeyMessages,
  measureMessages,
  peopleMessages,
  planMessages,
  sheetMessages,
  tagMessages,
  plannerMessages,
  repairMessages,
  priorityMessages,
  pushMessages,
  qualityMessages,
  readingMessages,
  agreeMessages,
  scenarioMessages,
  templateMessages,
  textMessages,
  ...LINT_TABLES,
];

/** All messages of core by code. */
export const ALL_MESSAGES: MessageTable = mergedTables(CORE_TABLES);

/** Several tables as one; a code that stands in two of them is a bug and throws. */
export function mergedTables(tables: readonly MessageTable[]): MessageTable {
  const merged: Record<string, MessageTable[string]> = {};
  for (const [code, message] of tables.flatMap(table => Object.entries(table))) {
    if (Object.hasOwn(merged, code)) throw new Error(`two messages for ${code}`);
    merged[code] = message;
  }
  return merged;
}
