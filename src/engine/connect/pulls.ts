import type { ConnectionRun } from '#core/connect/connection.ts';
import type { App } from '../app/app.ts';
import { closeCutOffRuns } from '../ledger/connection-run-store.ts';
import { findConnection, listConnections } from '../ledger/connection-store.ts';
import { runPull } from './run-pull.ts';

/** In whose name scheduled pulls are logged. */
export const BY_SCHEDULE = 'schedule';

/** Begins a pull; undefined when there is no such connection, or it is being pulled. */
export async function startPull(
  app: App,
  id: string,
  by: string,
): Promise<{ readonly done: Promise<ConnectionRun> } | undefined> {
  const { running, track } = app.connecting;
  const connection = await findConnection(app.workspace.ledger.db, id);
  if (!connection || running.has(id)) return undefined;
  const abort = new AbortController();
  running.set(id, abort);
  const done = runPull(app, connection, by, abort.signal).finally(() => running.delete(id));
  track(done);
  return { done };
}

/** Pulls what is due. What was missed while nothing ran is made up for once. [CON-09] */
export async function runDuePulls(app: App): Promise<readonly ConnectionRun[]> {
  const now = app.effects.now();
  const due = (await listConnections(app.workspace.ledger.db)).filter(({ nextRun: next }) => next !== null && next <= now);
  const runs: ConnectionRun[] = [];
  for (const { id } of due) {
    const started = await startPull(app, id, BY_SCHEDULE);
    if (started) runs.push(await started.done);
  }
  return runs;
}

export interface Pulls {
  stop(): Promise<void>;
}

const EVERY_MS = 20_000;

/** Looks every so often whether a pull is due. Entries of pulls that a dead process has left open are closed first. [CON-10] */
export async function schedulePulls(app: App, onFailure: (error: unknown) => void): Promise<Pulls> {
  const { ledger } = app.workspace;
  await ledger.change(BY_SCHEDULE, closeCutOffRuns);
  let turn: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const look = (): void => {
    if (isBusy) return;
    isBusy = true;
    turn = runDuePulls(app)
      .catch(onFailure)
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await app.connecting.stop();
      await turn;
    },
  };
}
