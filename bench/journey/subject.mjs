import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./subject-process.mjs', import.meta.url));

/** A process that loads or answers; methods reject with what went wrong there. */
export function startSubject(who, options) {
  const child = fork(PROCESS, [], {
    execArgv: ['--expose-gc', '--max-old-space-size=12000'],
    serialization: 'advanced',
    env: { ...process.env, POLARS_MAX_THREADS: `${options.threads}` },
  });
  const waiting = new Map();
  let number = 0;
  let ended;
  child.on('message', ({ number: which, value, error }) => {
    const { resolve, reject } = waiting.get(which);
    waiting.delete(which);
    if (error === undefined) resolve(value);
    else reject(new Error(error));
  });
  child.on('exit', (code, signal) => {
    ended = new Error(`the process ended with ${signal ?? code}`);
    for (const { reject } of waiting.values()) reject(ended);
  });
  const say = message =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.set(++number, { resolve, reject });
      child.send({ ...message, number });
    });
  return {
    who,
    load: () => say({ what: 'load', who, options }),
    open: () => say({ what: 'open', who, options }),
    ask: (ask, withRows = false) => say({ what: 'ask', ask, withRows }),
    call: (name, ...args) => say({ what: 'call', name, args }),
    peak: () => say({ what: 'peak' }),
    end: async () => {
      if (ended) return;
      await say({ what: 'close' }).catch(() => undefined);
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}
