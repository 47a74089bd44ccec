import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createClient } from '#contract/client.ts';
import { parseDay } from '#core/calendar/day.ts';
import { findServer } from '#engine/workspace/ownership.ts';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { accepted } from './api-fixture.ts';
import { builtCli, ended, startServer } from './built-cli.ts';

const ROUNDS = Number(process.env.RASHIN_KILLS ?? 24);
const ROWS = 30_000;

const METRICS = `datasets:
  hits: { kind: aggregate, columns: { page: text, hits: integer } }
metrics:
  hits: { from: hits, sum: hits, unit: count of hit }
`;

let cli = '';

beforeAll(async () => {
  cli = await builtCli('crash');
}, 60_000);

/**
 * The real server is killed at random moments while a file of many rows comes in, from its first byte on. After the next start the
 * import is there with all of its rows or not at all, in ledger and data store alike; and always there when it was acknowledged.
 */
test(
  `[WSP-10] kill -9 in ${ROUNDS} rounds of a large import: all or nothing, and what was acknowledged stays`,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rashin-crash-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const workspace = join(dir, 'workspace');
    const acknowledged = new Set<string>();
    const outcomes = { whole: 0, none: 0 };
    const longest = (await wholeImport(workspace)) * 1.25;
    acknowledged.add(dayOfRound(ROUNDS));
    for (let round = 0; round < ROUNDS; round++) {
      const { child, address } = await startServer(cli, workspace);
      const token = findServer(workspacePaths(workspace))?.token ?? '';
      const ask = createClient<Uint8Array<ArrayBuffer>, AbortSignal>(address, fetch, { token });
      try {
        await expectWholeOrNothing(ask, acknowledged, outcomes);
        const day = dayOfRound(round);
        const importing = importDay(ask, day).then(isDone => {
          if (isDone) acknowledged.add(day);
        });
        // Spread over the whole of an import: sending, looking, reading, loading, committing, and just after.
        await Promise.race([importing.catch(() => undefined), waited(((round + Math.random()) / ROUNDS) * longest)]);
        await ended(child, 'SIGKILL');
        await importing.catch(() => undefined);
      } finally {
        await ended(child, 'SIGKILL');
      }
    }
    const { child, address } = await startServer(cli, workspace);
    const ask = createClient<Uint8Array<ArrayBuffer>, AbortSignal>(address, fetch, {});
    await expectWholeOrNothing(ask, acknowledged, outcomes);
    expect(await ended(child, 'SIGTERM')).toBe(0);
    console.log(`${ROUNDS} kills: ${JSON.stringify(outcomes)} days`);
    expect(outcomes.none).toBeGreaterThan(0);
    expect(outcomes.whole).toBeGreaterThan(1);
  },
  400_000 + ROUNDS * 20_000,
);

/** Imports the day after all others to its end; how long that took here, in milliseconds. */
async function wholeImport(workspace: string): Promise<number> {
  const { child, address } = await startServer(cli, workspace);
  const ask = createClient<Uint8Array<ArrayBuffer>, AbortSignal>(address, fetch, {
    token: findServer(workspacePaths(workspace))?.token ?? '',
  });
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const begun = performance.now();
  expect(await importDay(ask, dayOfRound(ROUNDS))).toBe(true);
  const took = performance.now() - begun;
  expect(await ended(child, 'SIGTERM')).toBe(0);
  return took;
}

type Ask = ReturnType<typeof createClient<Uint8Array<ArrayBuffer>, AbortSignal>>;

async function expectWholeOrNothing(ask: Ask, acknowledged: ReadonlySet<string>, outcomes: { whole: number; none: number }) {
  const { batches } = accepted(await ask('batches', { limit: 500 }));
  const stored = new Map(batches.map(({ from, rows }) => [String(from), rows]));
  const [from, to] = [parseDay('2026-01-01'), parseDay('2026-12-31')];
  if (!from || !to) throw new Error('no days');
  const { totals } = accepted(await ask('query', { metric: 'hits', from, to, grain: 'day' }));
  outcomes.whole = 0;
  outcomes.none = 0;
  for (const { from: day, observation } of totals) {
    const value = 'exact' in observation ? observation.exact : observation.state;
    if (stored.has(day)) {
      expect([day, stored.get(day), value]).toEqual([day, ROWS, String(ROWS)]);
      outcomes.whole += 1;
    } else {
      expect([day, value]).toEqual([day, 'no-data']);
      outcomes.none += 1;
    }
  }
  for (const day of acknowledged) expect(stored.has(day)).toBe(true);
  const { datasets } = accepted(await ask('datasets'));
  expect(datasets.find(({ dataset }) => dataset === 'hits')?.rows ?? 0).toBe(stored.size * ROWS);
}

/** Whether the server has said that the import is done. */
async function importDay(ask: Ask, day: string): Promise<boolean> {
  const lines = Array.from({ length: ROWS }, (_, row) => `${day},/page-${row % 500}/${'x'.repeat(40)},1`);
  const body = new TextEncoder().encode(`date,page,hits\n${lines.join('\n')}\n`);
  const { upload, job } = accepted(await ask('createUpload', { name: 'hits.csv', body }));
  await jobEnded(ask, job.id);
  const committed = accepted(await ask('commitUpload', { upload: upload.id, body: {} }));
  return (await jobEnded(ask, committed.job.id)) === 'done';
}

async function jobEnded(ask: Ask, id: string): Promise<string> {
  for (;;) {
    const { job } = accepted(await ask('readJob', { job: id, wait: 1_000 }));
    if (job.state !== 'waiting' && job.state !== 'running') return job.state;
  }
}

function dayOfRound(round: number): string {
  return new Date(Date.UTC(2026, 0, 1 + round)).toISOString().slice(0, 10);
}

function waited(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
