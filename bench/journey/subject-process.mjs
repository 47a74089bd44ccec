import { readFileSync } from 'node:fs';
import { cpuUsage, stderr } from 'node:process';
import { pathDigest } from './same-answers.mjs';

/** One subject of the benchmark in a process of its own: loads or opens when told, then answers, and says what that took. */
let subject;
let last;

const handlers = {
  load: async ({ who, options }) => {
    const { load } = await import(`./${who}-subject.mjs`);
    return { ...(await load({ ...options, tell: text => stderr.write(`${text}\n`) })), peak: peak() };
  },
  open: async ({ who, options }) => {
    const { open } = await import(`./${who}-subject.mjs`);
    const begun = performance.now();
    subject = await open(options);
    return { taken: performance.now() - begun, whole: subject.whole };
  },
  /** With `rows`, the answer comes along: for paths, of which there may be many, a digest. */
  ask: async ({ ask, withRows }) => {
    const { run, rows } = await subject.ask(ask);
    globalThis.gc?.();
    const cpu = cpuUsage();
    const begun = performance.now();
    const found = await run();
    const wall = performance.now() - begun;
    const { user, system } = cpuUsage(cpu);
    last = withRows ? rows(found) : undefined;
    return { wall, cpu: (user + system) / 1000, rows: ask.what === 'paths' && last ? pathDigest(last) : last };
  },
  call: async ({ name, args }) => subject[name](...args),
  peak: async () => peak(),
  close: async () => subject?.close(),
};

function peak() {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) * 1024;
}

/** The benchmark has ended, whatever the reason: what was started ends, too. */
process.on('disconnect', () => process.exit());

process.on('message', async ({ number, what, ...rest }) => {
  try {
    process.send({ number, value: await handlers[what](rest) });
  } catch (error) {
    process.send({ number, error: `${error?.message ?? error}` });
  }
});
