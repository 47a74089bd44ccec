import { listAccess, recordAccess } from '#engine/ledger/access-store.ts';
import { erasePerson } from '#engine/people/erase-person.ts';
import { applyRetention, putRetention, readRetention } from '#engine/people/retention.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';

export const peopleHandlers: HandlersOf<'erasePerson' | 'retention' | 'putRetention' | 'accessRecords' | 'recordDownload'> = {
  erasePerson: async ({ body: { who, preview } }, { app, by }) => {
    const erased = await erasePerson(app, by, who, preview);
    return erased.ok ? value(erased.value) : problems(erased.problems);
  },

  retention: async (_, { app }) => value(await readRetention(app)),

  putRetention: async ({ body: { preview, ...said } }, { app, by }) => {
    if (!preview) await putRetention(app, by, said);
    return value(await applyRetention(app, by, said, preview));
  },

  accessRecords: async ({ 'older-than': olderThan, limit }, { app }) =>
    value({ records: await listAccess(app.workspace.ledger.db, { olderThan, limit }) }),

  recordDownload: async ({ body }, { app, by }) => {
    await app.workspace.ledger.change(by, change => recordAccess(change, { kind: 'downloaded', ...body }));
    return value({});
  },
};
