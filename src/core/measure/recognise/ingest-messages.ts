import { fileMessages } from './file-messages.ts';
import { mappingMessages } from './mapping-messages.ts';
import { rowMessages } from './row-messages.ts';
import { tableMessages } from './table-messages.ts';

/** Problems of reading received files. */
export const ingestMessages = { ...fileMessages, ...tableMessages, ...rowMessages, ...mappingMessages };
