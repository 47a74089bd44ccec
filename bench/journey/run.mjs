import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPeers } from '../runner/peers.mjs';
import { builtEngine } from './built-engine.mjs';
import { comparison } from './comparison.mjs';
import { drill } from './drill.mjs';
import { holdToOracle } from './held-to-oracle.mjs';
import { machineText } from './machine.mjs';
import { loadGoals, pageOf, sizeText } from './page.mjs';
import { ms, size } from './report.mjs';
import { startSubject } from './subject.mjs';

/**
 * `npm run bench:journey [-- --events 1e6,1e7,1e8 --rounds 7 --peers duckdb,clickhouse,polars,postgres --only Q4,Q6 --stores DIR --kept FILE --out FILE]`: makes events, loads them into the journey
 * engine and its peers, each in a process of its own, holds the answers to each other, then takes times in turns. Prints ratios; `--out` writes the page;
 * `--kept` adds to what other runs have measured at other sizes, `--stores` leaves what was loaded for another run; with `--rounds 0` that is all.
 */
const PEERS = ['duckdb', 'clickhouse', 'polars', 'postgres'];
const SEED = 42;
const { values: chosen } = parseArgs({
  options: {
    events: { type: 'string', multiple: true, default: ['1e6'] },
    rounds: { type: 'string', default: '7' },
    peers: { type: 'string', default: PEERS.join(',') },
    only: { type: 'string' },
    kept: { type: 'string' },
    stores: { type: 'string' },
    out: { type: 'string' },
  },
});
const threads = Math.min(2, availableParallelism());
const only = chosen.only?.split(',') ?? [];
const isAsked = title => only.length === 0 || only.includes(title.split(' ')[0]);
const tell = text => stderr.write(`${text}\n`);
const here = path => fileURLToPath(new URL(path, import.meta.url));
const sizes = chosen.events.flatMap(list => list.split(',')).map(Number);
if (sizes.some(events => !(events >= 20_000))) {
  stderr.write('--events takes numbers of at least 20,000, such as 1e6 or 1e6,1e7\n');
  exit(1);
}

const unavailable = new Map();
const wanted = chosen.peers.split(',');
for (const peer of PEERS) if (!wanted.includes(peer)) unavailable.set(peer, 'not asked for');
for (const [name, reason] of installPeers(here('..'))) if (name === 'nodejs-polars') unavailable.set('polars', reason);
if (!existsSync(here('../../node_modules/chdb'))) unavailable.set('clickhouse', 'chdb is not installed');
const { missing } = await import('./postgres-subject.mjs');
if (missing()) unavailable.set('postgres', missing());
if (unavailable.has('duckdb'))
  for (const peer of ['clickhouse', 'polars', 'postgres']) unavailable.set(peer, 'DuckDB hands it the events, and was left out');

tell('building …');
const engine = await builtEngine();
tell('holding the answers to the definitions …');
await holdToOracle(engine, threads);
let measured = chosen.kept && existsSync(chosen.kept) ? JSON.parse(readFileSync(chosen.kept, 'utf8')) : [];
for (const events of sizes) {
  const found = await measure(events);
  if (!found) continue;
  measured = [...measured.filter(one => size(one.events) !== size(events)), found].toSorted((a, b) => a.events - b.events);
  if (chosen.kept) writeFileSync(chosen.kept, JSON.stringify(measured));
  const text = pageOf(measured);
  if (chosen.out) writeFileSync(chosen.out, text);
  if (events === sizes.at(-1)) stdout.write(text);
}

async function measure(events) {
  const folder = chosen.stores
    ? `${resolve(chosen.stores)}/${size(events)}`
    : mkdtempSync(join(tmpdir(), 'rashin-bench-journey-'));
  mkdirSync(folder, { recursive: true });
  const subjects = {};
  try {
    return await measureIn(folder, events, subjects);
  } finally {
    for (const subject of Object.values(subjects)) await subject.end();
    if (!chosen.stores) rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder, events, subjects) {
  const options = { folder, events, seed: SEED, threads };
  const skipped = new Map(unavailable);
  if (events > 1e7) skipped.set('postgres', 'stops at 1e7');
  if (events > 1e7 && !skipped.has('polars')) skipped.set('polars', 'takes all events into memory at once; stops at 1e7');
  const loadsFile = join(folder, 'loads.json');
  const loads = existsSync(loadsFile) ? JSON.parse(readFileSync(loadsFile, 'utf8')) : {};
  const load = async who => {
    tell(`${size(events)}: loading ${who} …`);
    const process = startSubject(who, options);
    try {
      loads[who] = await process.load();
      writeFileSync(loadsFile, JSON.stringify(loads));
      tell(`  ${ms(loads[who].whole)}`);
    } catch (error) {
      if (who === 'rashin') throw error;
      skipped.set(who, reasonOf(error));
    } finally {
      await process.end();
    }
  };
  for (const who of ['rashin', 'duckdb', 'clickhouse', 'postgres']) if (!skipped.has(who) && !loads[who]) await load(who);
  if (Number(chosen.rounds) === 0) return undefined;
  if (skipped.has('duckdb')) for (const peer of ['clickhouse', 'polars', 'postgres']) skipped.set(peer, 'no events from DuckDB');
  const started = async who => {
    const subject = startSubject(who, options);
    subjects[who] = subject;
    return subject.open();
  };
  const { taken } = await started('rashin');
  const first = await subjects.rashin.ask({ what: 'funnel' });
  for (const peer of PEERS) {
    if (skipped.has(peer)) continue;
    try {
      const opened = await started(peer);
      if (opened.whole) loads[peer] = { whole: opened.whole };
    } catch (error) {
      skipped.set(peer, reasonOf(error));
      await subjects[peer].end();
      delete subjects[peer];
    }
  }
  const contents = await subjects.rashin.call('contents');
  const compared = await comparison({
    subjects,
    skipped,
    events: contents.events,
    isAsked,
    rounds: Number(chosen.rounds),
    peerRounds: events > 1e7 ? Math.min(3, Number(chosen.rounds)) : Number(chosen.rounds),
    tell,
  });
  const drilled = isAsked('Q10 drill-down')
    ? await drill({ subjects, events: contents.events, rounds: events > 1e7 ? 1 : Math.min(3, Number(chosen.rounds)), tell })
    : { table: '', goals: [] };
  const delay = await subjects.rashin.call('delay', [
    'series',
    'people',
    'rolling',
    'funnel',
    'funnel by channel',
    'retention',
    'attribution',
    'rfm',
  ]);
  const memory = {};
  const disk = {};
  for (const [who, subject] of Object.entries(subjects)) {
    memory[who] = await subject.peak();
    disk[who] = await subject.call('bytes');
  }
  const ours = { ...Object.fromEntries(compared.ours), 'Q10 drill-down, 95th percentile': drilled.p95 };
  const state = {
    events: contents.events,
    people: contents.people,
    machine: machineText(threads),
    loads,
    opened: taken + first.wall,
    delay,
    memory,
    disk,
  };
  return {
    ...state,
    ours,
    text: sizeText(state, compared, drilled),
    goals: [...compared.goals, ...drilled.goals, ...loadGoals(state)],
  };
}

/** The first line of what went wrong, for a cell. */
function reasonOf(error) {
  return error.message.split('\n')[0].slice(0, 100);
}
