import type { App } from '../app/app.ts';
import { applyRetention, readRetention } from './retention.ts';

export interface DailyRetention {
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 6 * 60 * 60 * 1_000;
const BY_RETENTION = 'system';

/** While the server runs, takes out what has become too old: at its start and several times a day. [PPL-05] */
export function scheduleRetention(app: App, onFailure: (error: unknown) => void): DailyRetention {
  let turn: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const look = (): void => {
    if (isBusy) return;
    isBusy = true;
    turn = readRetention(app)
      .then(retention => applyRetention(app, BY_RETENTION, retention, false))
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
      await turn;
    },
  };
}
