import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Whether the server lives and may be asked. Says nothing about versions, so that it may be open to monitors. */
export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  concept: 'health',
  summary: { ja: 'サーバーの状態', en: 'Whether the server is up' },
  response: z.strictObject({ status: z.enum(['ok', 'stopping']) }),
});
