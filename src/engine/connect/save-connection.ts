import { dayOfInstant } from '#core/calendar/instant.ts';
import { connectMessages } from '#core/connect/connect-messages.ts';
import { type Connection, checkConnection, secretFields } from '#core/connect/connection.ts';
import { nextRun } from '#core/connect/schedule.ts';
import { type Problem, problemsOf } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import {
  createConnection,
  editConnection,
  findConnection,
  removeConnection,
  type StoredConnection,
} from '../ledger/connection-store.ts';
import { type Revised, refused, type Written, written } from '../ledger/written.ts';
import { isServiceAccount } from './access-token.ts';
import { forgetPages } from './run-pull.ts';
import { type Secrets, seal } from './sealed-secrets.ts';

const problem = problemsOf(connectMessages);

/** Adds a connection with its secrets. [CON-07, CON-09] */
export async function addConnection(
  app: App,
  by: string,
  connection: Connection,
  secrets: Secrets,
): Promise<Written<Revised<StoredConnection>>> {
  const { calendar } = await readAppSettings(app);
  const now = app.effects.now();
  const problems = [
    ...checkConnection(connection, dayOfInstant(Date.parse(now), calendar.zone)),
    ...checkSecrets(connection, secrets),
  ];
  if (problems.length > 0) return refused(problems);
  const key = app.connecting.key();
  const known = onlyKnown(connection, secrets);
  const next = nextRun(connection.schedule, now, calendar);
  return app.workspace.ledger.change(by, async change =>
    written(await createConnection(change, connection, next, id => seal(known, id, key))),
  );
}

/** Changes a connection; without secrets those that it has stay. */
export async function changeConnection(
  app: App,
  by: string,
  { id, revision }: { readonly id: string; readonly revision: number },
  connection: Connection,
  secrets: Secrets | undefined,
): Promise<Written<Revised<StoredConnection>>> {
  const { calendar } = await readAppSettings(app);
  const now = app.effects.now();
  const current = await findConnection(app.workspace.ledger.db, id);
  const keepsSecrets =
    secrets === undefined && current?.signIn === connection.signIn && current.connector === connection.connector;
  const problems = [
    ...checkConnection(connection, dayOfInstant(Date.parse(now), calendar.zone)),
    ...(keepsSecrets ? [] : checkSecrets(connection, secrets ?? {})),
  ];
  if (problems.length > 0) return refused(problems);
  const sealed = secrets === undefined ? {} : { sealed: seal(onlyKnown(connection, secrets), id, app.connecting.key()) };
  const changed = await app.workspace.ledger.change(by, change =>
    editConnection(change, id, revision, { connection, ...sealed, nextRun: nextRun(connection.schedule, now, calendar) }),
  );
  if (changed.kind === 'written') forgetPages(app, id);
  return changed;
}

/** Removes a connection; a pull of it that is under way is stopped. */
export async function dropConnection(app: App, by: string, id: string): Promise<Written<StoredConnection>> {
  app.connecting.running.get(id)?.abort(new DOMException('removed', 'AbortError'));
  const removed = await app.workspace.ledger.change(by, change => removeConnection(change, id));
  if (removed.kind === 'written') forgetPages(app, id);
  return removed;
}

function checkSecrets(connection: Connection, secrets: Secrets): readonly Problem[] {
  const missing = secretFields(connection).filter(field => (secrets[field] ?? '').trim() === '' && field !== 'password');
  if (missing.length > 0) return missing.map(field => problem('connect-secret-missing', { field }, { at: ['secrets', field] }));
  const isWrong = connection.signIn === 'service-account' && !isServiceAccount(secrets.key ?? '');
  return isWrong ? [problem('connect-secret-form', {}, { at: ['secrets', 'key'] })] : [];
}

function onlyKnown(connection: Connection, secrets: Secrets): Secrets {
  return Object.fromEntries(secretFields(connection).map(field => [field, (secrets[field] ?? '').trim()]));
}
