import { z } from 'zod';
import type { ApiKeyRights } from '#core/connect/api-key-rights.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { instant, list } from './scalar.ts';

const rights = carries<ApiKeyRights>()(
  z.strictObject({
    /** Datasets rows may be pushed to. */
    push: z.union([z.literal('all'), list(z.string())]),
    /** Whether figures, plans and the state of the data may be read. */
    read: z.boolean(),
  }),
);

const apiKey = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    rights,
    createdAt: instant,
    createdBy: z.string(),
    /** Its last use, noted at most once an hour. */
    usedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    revokedBy: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });

export type ApiKeyView = z.output<typeof apiKey>;

export const apiKeys = endpoint({
  method: 'GET',
  path: '/api/keys',
  concept: 'connect',
  summary: { ja: 'APIキーの一覧（失効したものも含む）', en: 'Keys of programs, revoked ones included' },
  response: z.strictObject({ keys: list(apiKey) }),
});

/** The whole key is in this answer and nowhere else. */
export const createApiKey = endpoint({
  method: 'POST',
  path: '/api/keys',
  concept: 'connect',
  summary: { ja: 'APIキーの作成（キーは一度だけ表示）', en: 'Makes a key for a program; it is shown this once' },
  body: z.strictObject({ name: z.string(), rights }),
  response: z.strictObject({ key: apiKey, text: z.string() }),
});

export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/api/keys/:key',
  concept: 'connect',
  summary: { ja: 'APIキーの失効', en: 'Revokes a key' },
  params: z.strictObject({ key: z.string() }),
  response: z.strictObject({ key: apiKey }),
});
