import { ALL_MESSAGES, mergedTables } from '#core/problem/all-messages.ts';
import type { MessageTable } from '#core/problem/problem.ts';
import { importMessages } from '../importing/commit-upload.ts';
import { mappingMessages } from '../importing/own-mapping.ts';
import { ledgerMessages } from '../ledger/ledger-messages.ts';
import { queryMessages } from '../query/read-metric.ts';
import { warehouseMessages } from '../warehouse/warehouse-messages.ts';
import { watchMessages } from '../watch/watch-messages.ts';
import { workspaceMessages } from '../workspace/workspace-messages.ts';
import { publishMessages } from './plan-publishing.ts';

/** All messages of core and engine by code. */
export const ENGINE_MESSAGES: MessageTable = mergedTables([
  ALL_MESSAGES,
  importMessages,
  ledgerMessages,
  mappingMessages,
  publishMessages,
  queryMessages,
  warehouseMessages,
  watchMessages,
  workspaceMessages,
]);
