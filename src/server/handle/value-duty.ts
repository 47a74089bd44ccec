import { checkOwner } from '#core/act/member.ts';
import { lastWholeMonth } from '#engine/app/home.ts';
import { listMembers } from '#engine/ledger/member-store.ts';
import { listValueDuties, putValueDuty } from '#engine/ledger/value-duty-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import { readValueDuties } from '#engine/query/owed-values.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';

export const valueDutyHandlers: HandlersOf<'valueDuties' | 'putValueDuty'> = {
  valueDuties: async (_, { app }) => {
    const read = await readValueDuties(app);
    return read.ok ? value(read.value) : problems(read.problems);
  },

  putValueDuty: async ({ metric, body: { duty } }, { app, by }) => {
    const { db } = app.workspace.ledger;
    const found = duty ? checkOwner(duty.owner, await listMembers(db)) : [];
    if (found.length > 0) return problems(found);
    const before = (await listValueDuties(db)).find(one => one.metric === metric);
    const since = before?.since ?? lastWholeMonth(await knownAt(app)).key;
    await app.workspace.ledger.change(by, change => putValueDuty(change, metric, duty && { metric, ...duty, since }));
    return value({});
  },
};
