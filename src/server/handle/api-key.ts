import { createApiKey, listApiKeys, revokeApiKey } from '#engine/ledger/api-key-store.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

const SECRET_BYTES = 32;

export const apiKeyHandlers: HandlersOf<'apiKeys' | 'createApiKey' | 'revokeApiKey'> = {
  apiKeys: async (_, { app }) => value({ keys: await listApiKeys(app.workspace.ledger.db) }),

  createApiKey: async ({ body }, { app, by }) => {
    const secret = app.effects.random(SECRET_BYTES);
    const written = await app.workspace.ledger.change(by, change => createApiKey(change, body, secret));
    return replyTo(written, '', made => made, noConflict);
  },

  revokeApiKey: async ({ key: id }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change => revokeApiKey(change, id));
    return replyTo(written, id, key => ({ key }), noConflict);
  },
};
