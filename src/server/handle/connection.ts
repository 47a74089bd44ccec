import type { ConnectionRunView, ConnectionView, ConnectorView } from '#contract/connection.ts';
import { CONNECTORS } from '#core/connect/all-connectors.ts';
import { type Connection, type ConnectionRun, secretFields } from '#core/connect/connection.ts';
import { CONNECTOR_IDS } from '#core/connect/connector.ts';
import type { App } from '#engine/app/app.ts';
import { startPull } from '#engine/connect/pulls.ts';
import { tryConnection } from '#engine/connect/run-pull.ts';
import { addConnection, changeConnection, dropConnection } from '#engine/connect/save-connection.ts';
import { filledDataset } from '#engine/connect/store-slice.ts';
import { listConnectionRuns } from '#engine/ledger/connection-run-store.ts';
import { findConnection, listConnections, type StoredConnection } from '#engine/ledger/connection-store.ts';
import type { Revised } from '#engine/ledger/written.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, noConflict, problems, replyTo, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';
import { wireProblems } from '../sentence.ts';

export const connectionHandlers: HandlersOf<
  | 'connectors'
  | 'connections'
  | 'createConnection'
  | 'editConnection'
  | 'removeConnection'
  | 'tryConnection'
  | 'pullConnection'
  | 'connectionRuns'
> = {
  connectors: () => value({ connectors: CONNECTOR_IDS.map(connectorView) }),

  connections: async (_, { app }) => {
    const stored = await listConnections(app.workspace.ledger.db);
    return value({ connections: await Promise.all(stored.map(one => connectionView(app, one))) });
  },

  createConnection: async ({ body: { secrets, ...connection } }, { app, by }) => {
    const saved = await addConnection(app, by, connection, secrets);
    if (saved.kind !== 'written') return replyTo(saved, '', noConflict, noConflict);
    return value({ connection: await connectionView(app, saved.value) });
  },

  editConnection: async ({ connection: id, body }, { app, by }) => {
    const { secrets, revision, ...connection } = body;
    const saved = await changeConnection(app, by, { id, revision }, connection, secrets);
    switch (saved.kind) {
      case 'written':
        return value({ connection: await connectionView(app, saved.value) });
      case 'conflict':
        return conflict({ connection: await connectionView(app, saved.current) });
      case 'refused':
        return problems(saved.problems);
      case 'missing':
        return missing(id);
    }
  },

  removeConnection: async ({ connection: id }, { app, by }) =>
    replyTo(await dropConnection(app, by, id), id, () => ({}), noConflict),

  tryConnection: async ({ connection: id }, { app }) => {
    const found = await findConnection(app.workspace.ledger.db, id);
    if (!found) return missing(id);
    const tried = await tryConnection(app, found, AbortSignal.timeout(TRY_MS));
    return tried.ok ? value(tried.value) : problems(tried.problems);
  },

  pullConnection: async ({ connection: id }, { app, by, isStopping }) => {
    if (isStopping()) return problems([requestProblem('server-stopping', {})]);
    await startPull(app, id, by);
    const found = await findConnection(app.workspace.ledger.db, id);
    return found ? value({ connection: await connectionView(app, found) }) : missing(id);
  },

  connectionRuns: async ({ connection: id, limit }, { app }) => {
    const runs = await listConnectionRuns(app.workspace.ledger.db, id, limit);
    return value({ runs: runs.map(runView) });
  },
};

/** Longer than a service may take, shorter than anybody waits. */
const TRY_MS = 90_000;

function connectorView(id: (typeof CONNECTOR_IDS)[number]): ConnectorView {
  const { name, fields, signIn, restates } = CONNECTORS[id];
  return {
    id,
    name,
    fields: fields.map(({ id: field, label, hint, optional, long }) => ({
      id: field,
      label,
      hint,
      isOptional: optional ?? false,
      isLong: long ?? false,
    })),
    signIn: signIn.map(way => ({ id: way, secrets: secretFields({ connector: id, signIn: way }) })),
    restates,
    isDatabase: signIn.includes('password'),
  };
}

async function connectionView(app: App, stored: Revised<StoredConnection>): Promise<ConnectionView> {
  const { id, sealed, through, nextRun, createdAt, createdBy, revision, ...rest } = stored;
  const [last] = await listConnectionRuns(app.workspace.ledger.db, id, 1);
  return {
    id,
    ...describedOf(rest),
    fills: filledDataset(stored, CONNECTORS[stored.connector].rows(stored.settings)),
    hasSecrets: sealed !== null,
    through,
    nextRun,
    lastRun: last ? runView(last) : null,
    isRunning: app.connecting.running.has(id),
    createdAt,
    createdBy,
    revision,
  };
}

function describedOf({ name, connector, settings, signIn, dataset, since, restates, schedule }: Connection): Connection {
  return { name, connector, settings, signIn, dataset, since, restates, schedule };
}

function runView({ connection: _, problems: found, ...run }: ConnectionRun): ConnectionRunView {
  return { ...run, problems: wireProblems(found) };
}
