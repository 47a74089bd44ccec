import { mayPush } from '#core/connect/api-key-rights.ts';
import { type PushForm, pushRows } from '#engine/importing/push-rows.ts';
import { receiveFile } from '#engine/importing/receive-upload.ts';
import type { HandlersOf } from '../handler.ts';
import { REQUEST_LIMITS } from '../limits.ts';
import { problems, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';

const FORMS = { 'application/json': 'json', 'application/x-ndjson': 'ndjson', 'text/csv': 'csv' } as const satisfies Readonly<
  Record<string, PushForm>
>;

export const pushHandlers: HandlersOf<'pushRows'> = {
  pushRows: async ({ dataset, 'idempotency-key': key, 'content-type': type, replaces, scope }, call) => {
    const { app, by, bytes, rights, isStopping } = call;
    if (rights && !mayPush(rights, dataset)) {
      return { kind: 'refused', status: 403, problem: requestProblem('api-key-not-allowed', { name: by.replace('key:', '') }) };
    }
    if (isStopping()) return problems([requestProblem('server-stopping', {})]);
    const form = FORMS[type];
    const limit = form === 'json' ? REQUEST_LIMITS.pushJsonBytes : REQUEST_LIMITS.pushBytes;
    const received = await receiveFile(app, bytes, limit);
    if (!received) return { kind: 'refused', status: 413, problem: requestProblem('request-too-large', { limit }) };
    const pushed = await pushRows(app, by, { dataset, key, form, replaces, scope }, received);
    return pushed.ok ? value(pushed.value) : problems(pushed.problems);
  },
};
