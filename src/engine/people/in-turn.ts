import type { App } from '../app/app.ts';

const turns = new WeakMap<App, Promise<unknown>>();

/** Whatever takes rows out of kept files does so one after the other: each may replace files that another would read. [PPL-03] */
export async function inTurn<T>(app: App, work: () => Promise<T>): Promise<T> {
  const before = turns.get(app) ?? Promise.resolve();
  const own = before.then(work, work);
  turns.set(
    app,
    own.catch(() => undefined),
  );
  return own;
}
