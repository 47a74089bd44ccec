import { z } from 'zod';
import { WEEKDAYS } from '#core/calendar/calendar-settings.ts';
import { CONNECTOR_IDS } from '#core/connect/connector.ts';
import type { Schedule } from '#core/connect/schedule.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { day, instant, list, revision, text } from './scalar.ts';

const signIn = z.enum(['service-account', 'oauth', 'token', 'password']);

const connector = z
  .strictObject({
    id: z.enum(CONNECTOR_IDS),
    name: text,
    fields: list(z.strictObject({ id: z.string(), label: text, hint: text, isOptional: z.boolean(), isLong: z.boolean() })),
    /** Ways to sign in, the usual one first, with the secrets each takes. */
    signIn: list(z.strictObject({ id: signIn, secrets: list(z.string()) })),
    /** Days that the service still corrects. */
    restates: z.int(),
    /** Its host must be allowed where the server is started. */
    isDatabase: z.boolean(),
  })
  .meta({ id: 'Connector' });

export type ConnectorView = z.output<typeof connector>;

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const schedule = carries<Schedule>()(
  z.discriminatedUnion('every', [
    z.strictObject({ every: z.literal('never') }),
    z.strictObject({ every: z.literal('hour') }),
    z.strictObject({ every: z.literal('day'), at: clockTime }),
    z.strictObject({ every: z.literal('week'), on: z.enum(WEEKDAYS), at: clockTime }),
  ]),
);

const described = {
  name: z.string(),
  connector: z.enum(CONNECTOR_IDS),
  settings: z.record(z.string(), z.string().max(20_000)),
  signIn,
  /** The dataset that is filled; the connector's own when null. */
  dataset: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
    .nullable(),
  since: day,
  /** Days that are asked for again; the connector's own number when null. */
  restates: z.int().min(0).max(100_000).nullable(),
  schedule,
};

/** Secrets are taken and never given back. */
const secrets = z.record(z.string(), z.string().max(20_000));

const run = z
  .strictObject({
    id: z.string(),
    startedAt: instant,
    endedAt: instant.nullable(),
    by: z.string(),
    state: z.enum(['running', 'done', 'put-off', 'failed', 'cut-off']),
    from: day.nullable(),
    to: day.nullable(),
    requests: z.int(),
    rows: z.int(),
    batches: list(z.string()),
    problems: list(problem),
  })
  .meta({ id: 'ConnectionRun' });

export type ConnectionRunView = z.output<typeof run>;

const connection = z
  .strictObject({
    id: z.string(),
    ...described,
    /** The dataset that is filled. */
    fills: z.string(),
    hasSecrets: z.boolean(),
    /** The newest day that is in. */
    through: day.nullable(),
    nextRun: instant.nullable(),
    lastRun: run.nullable(),
    isRunning: z.boolean(),
    createdAt: instant,
    createdBy: z.string(),
    revision,
  })
  .meta({ id: 'Connection' });

export type ConnectionView = z.output<typeof connection>;

const params = z.strictObject({ connection: z.string() });

export const connectors = endpoint({
  method: 'GET',
  path: '/api/connectors',
  concept: 'connect',
  summary: { ja: '接続できるサービスの一覧', en: 'The services that can be connected' },
  response: z.strictObject({ connectors: list(connector) }),
});

export const connections = endpoint({
  method: 'GET',
  path: '/api/connections',
  concept: 'connect',
  summary: { ja: '接続の一覧（最終取得・次回・エラー）', en: 'Connections with their last pull and the next one' },
  response: z.strictObject({ connections: list(connection) }),
});

export const createConnection = endpoint({
  method: 'POST',
  path: '/api/connections',
  concept: 'connect',
  summary: { ja: '接続の追加', en: 'Adds a connection' },
  body: z.strictObject({ ...described, secrets }),
  response: z.strictObject({ connection }),
});

export const editConnection = endpoint({
  method: 'PUT',
  path: '/api/connections/:connection',
  concept: 'connect',
  summary: { ja: '接続の変更', en: 'Changes a connection; secrets that are not sent stay' },
  params,
  body: z.strictObject({ ...described, secrets: secrets.exactOptional(), revision }),
  response: z.strictObject({ connection }),
  conflict: z.strictObject({ connection }),
});

export const removeConnection = endpoint({
  method: 'DELETE',
  path: '/api/connections/:connection',
  concept: 'connect',
  summary: { ja: '接続の削除（取り込んだデータは残ります）', en: 'Removes a connection with its secrets; its data stay' },
  params,
  response: z.strictObject({}),
});

/** Problems of the service come as 422; nothing is stored. */
export const tryConnection = endpoint({
  method: 'POST',
  path: '/api/connections/:connection/try',
  concept: 'connect',
  summary: { ja: '接続を試す（何も保存しません）', en: 'Asks for one day without storing anything' },
  params,
  response: z.strictObject({
    day,
    headings: list(z.string()),
    rows: list(list(z.string())),
    count: z.int(),
    /** There are no further pages. */
    isAll: z.boolean(),
  }),
});

/** Begins a pull and answers at once; the log has what came of it. */
export const pullConnection = endpoint({
  method: 'POST',
  path: '/api/connections/:connection/pull',
  concept: 'connect',
  summary: { ja: '今すぐ取得', en: 'Pulls now' },
  params,
  response: z.strictObject({ connection }),
});

export const connectionRuns = endpoint({
  method: 'GET',
  path: '/api/connections/:connection/runs',
  concept: 'connect',
  summary: { ja: '取得の記録（新しい順）', en: 'The log of a connection, newest first' },
  params,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  response: z.strictObject({ runs: list(run) }),
});
