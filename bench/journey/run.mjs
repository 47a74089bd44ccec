import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { arch, exit, platform, stderr, stdout, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPeers, versionOf } from '../runner/peers.mjs';
import { builtEngine } from './built-engine.mjs';
import { comparison } from './comparison.mjs';
import { drill } from './drill.mjs';
import { holdToOracle } from './held-to-oracle.mjs';
import { bytes, ms, size, times } from './report.mjs';
import { startSubject } from './subject.mjs';

/**
 * `npm run bench:journey [-- --events 1e6,1e7,1e8 --rounds 7 --peers duckdb,clickhouse,polars,postgres --only Q4,Q6 --kept FILE --out FILE]`: makes events, loads them into the journey
 * engine and its peers, each in a process of its own, holds the answers to each other, then takes times in turns. Prints ratios; `--out` writes the page;
 * `--kept` adds to what other runs have measured at other sizes.
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
    out: { type: 'string' },
  },
});
const threads = Math.min(2, availableParallelism());
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
  measured = [...measured.filter(one => size(one.events) !== size(events)), found].toSorted((a, b) => a.events - b.events);
  if (chosen.kept) writeFileSync(chosen.kept, JSON.stringify(measured));
  const text = pageOf();
  if (chosen.out) writeFileSync(chosen.out, text);
  if (events === sizes.at(-1)) stdout.write(text);
}

async function measure(events) {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-journey-'));
  const subjects = {};
  try {
    return await measureIn(folder, events, subjects);
  } finally {
    for (const subject of Object.values(subjects)) await subject.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder, events, subjects) {
  const options = { folder, events, seed: SEED, threads };
  const skipped = new Map(unavailable);
  if (events > 1e7) skipped.set('postgres', 'stops at 1e7');
  if (events > 1e7 && !skipped.has('polars')) skipped.set('polars', 'takes all events into memory at once; stops at 1e7');
  const loads = {};
  const load = async who => {
    tell(`${size(events)}: loading ${who} …`);
    const process = startSubject(who, options);
    try {
      loads[who] = await process.load();
      tell(`  ${ms(loads[who].whole)}`);
    } catch (error) {
      if (who === 'rashin') throw error;
      skipped.set(who, reasonOf(error));
    } finally {
      await process.end();
    }
  };
  for (const who of ['rashin', 'duckdb', 'clickhouse', 'postgres']) if (!skipped.has(who)) await load(who);
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
    only: chosen.only?.split(',') ?? [],
    rounds: Number(chosen.rounds),
    peerRounds: events > 1e7 ? Math.min(3, Number(chosen.rounds)) : Number(chosen.rounds),
    tell,
  });
  const drilled = await drill({ subjects, events: contents.events, rounds: events > 1e7 ? 1 : 3, tell });
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
  const state = { events: contents.events, people: contents.people, loads, opened: taken + first.wall, delay, memory, disk };
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

function loadGoals({ events, loads: { rashin }, delay, disk }) {
  const goal = (what, isMet, text) => ({ what: `${what}, ${size(events)}`, isMet, text });
  const cheaper = rashin.whole / rashin.appended;
  const each = disk.rashin / events;
  const speed = rashin.rows / rashin.whole / 1000;
  return [
    goal('Q13 a day more', cheaper >= 20, `${times(cheaper)} cheaper than all again, goal 20 ×`),
    ...(events >= 1e8 ? [goal('Q13 a day more', rashin.appended <= 2000, `${ms(rashin.appended)}, goal 2,000 ms`)] : []),
    goal('bringing in', speed >= 1, `${speed.toFixed(2)} M events/s with texts, ids and merges, goal 1`),
    goal('on disk', each <= 16, `${each.toFixed(1)} bytes per event, goal 16`),
    goal('event loop', delay < 20, `longest delay ${delay.toFixed(0)} ms, goal 20`),
  ];
}

function sizeText(state, compared, drilled) {
  const { events, people, loads, opened, delay, memory, disk } = state;
  const { rashin } = loads;
  const names = { rashin: 'Rashin', duckdb: 'DuckDB', clickhouse: 'ClickHouse', polars: 'polars', postgres: 'PostgreSQL' };
  const had = Object.keys(memory);
  const row = (what, of) => `| ${what} | ${had.map(who => of(who) ?? '').join(' | ')} |`;
  return [
    `## ${size(events)} events\n`,
    `${events.toLocaleString('en')} events of ${people.toLocaleString('en')} people; ${threads} threads. ${machineText()}\n`,
    `| | ${had.map(who => names[who]).join(' | ')} |`,
    `|---|${had.map(() => '--:').join('|')}|`,
    row('load to first answer', who => loads[who] && ms(loads[who].whole)),
    row('peak memory while loading', who => (loads[who]?.peak && who !== 'postgres' ? bytes(loads[who].peak) : undefined)),
    row('peak memory while answering', who => (who === 'postgres' ? undefined : bytes(memory[who]))),
    row('on disk, bytes per event', who => disk[who] && (disk[who] / events).toFixed(1)),
    '',
    'Load to first answer: Rashin from batches of texts with ids, repeated and late rows and merges; the peers from narrow codes of merged people without repeats, which spares them most of that work.',
    '',
    '| Rashin’s store | |',
    '|---|--:|',
    `| bringing in | ${(rashin.rows / rashin.whole / 1000).toFixed(2)} M events/s |`,
    `| Q13: the last day in 10 batches (${rashin.dayRows.toLocaleString('en')} events) | ${ms(rashin.appended)}; all again takes ${times(rashin.whole / rashin.appended)} |`,
    ...rashin.fresh.map(([what, wall]) => `| ${what}, right after these batches | ${ms(wall)} |`),
    `| putting the pieces together afterwards (answers stay the same: held) | ${ms(rashin.compacted)} |`,
    `| a new process: opening and first funnel, files in the page cache | ${ms(opened)} |`,
    `| longest delay of the event loop over all questions | ${delay.toFixed(0)} ms |`,
    '',
    compared.table,
    compared.learned,
    '',
    drilled.table,
  ].join('\n');
}

function pageOf() {
  const goals = measured.flatMap(one => one.goals);
  const exponents = scaling();
  const all = [...goals, ...exponents.goals];
  const lines = some => some.map(({ what, text }) => `- ${what}: ${text}`).join('\n');
  const met = all.filter(({ isMet }) => isMet);
  const missed = all.filter(({ isMet }) => !isMet);
  return [
    '# Benchmark of journeys\n',
    'Written by `npm run bench:journey`; `bench/README.md` says how it measures. Medians of runs that take turns; a ratio below 1 says that the peer is better. How to read the figures, and why some goals are missed: [benchmark-journey-notes.md](benchmark-journey-notes.md).\n',
    ...measured.map(({ text }) => text),
    exponents.text,
    `## Goals missed\n\n${lines(missed) || 'None.'}\n`,
    `## Goals met\n\n${lines(met) || 'None.'}`,
    '',
  ].join('\n');
}

/** The slope of log time over log events, over all sizes. */
function scaling() {
  if (measured.length < 2) return { text: '', goals: [] };
  const slope = points => {
    const mean = list => list.reduce((sum, value) => sum + value, 0) / list.length;
    const [x, y] = [0, 1].map(axis => mean(points.map(point => Math.log(point[axis]))));
    const along = points.map(([events]) => Math.log(events) - x);
    return along.reduce((sum, a, i) => sum + a * (Math.log(points[i][1]) - y), 0) / along.reduce((sum, a) => sum + a * a, 0);
  };
  const goals = [];
  const lines = Object.keys(measured[0].ours).flatMap(title => {
    const points = measured.flatMap(({ events, ours }) => (ours[title] ? [[events, ours[title]]] : []));
    if (points.length < 2) return [];
    const found = slope(points);
    goals.push({ what: `scaling of ${title}`, isMet: found <= 1.05, text: `${found.toFixed(2)}, goal 1.05` });
    return `| ${title} | ${measured.map(({ ours }) => (ours[title] ? ms(ours[title]) : '')).join(' | ')} | ${found.toFixed(2)} |`;
  });
  const head = `| | ${measured.map(({ events }) => size(events)).join(' | ')} | exponent |\n|---|${measured.map(() => '--:').join('|')}|--:|`;
  return { text: `## Scaling of Rashin\n\n${head}\n${lines.join('\n')}\n`, goals };
}

function machineText() {
  const { version: rashin } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
  const root = here('../..');
  const versions = [
    `@duckdb/node-api ${versionOf(root, '@duckdb/node-api')}`,
    `chdb ${versionOf(root, 'chdb')}`,
    `nodejs-polars ${versionOf(here('..'), 'nodejs-polars')}`,
    'PostgreSQL 15',
  ];
  const load = loadavg()[1] ?? 0;
  const busy =
    load > threads + 1
      ? ` It was busy with other work (load ${load.toFixed(0)} with the benchmark's own): times are long, and ratios are rough.`
      : '';
  return `Machine: ${cpus()[0]?.model.trim() ?? arch}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform} ${arch}, Node ${version}; Rashin ${rashin}, ${versions.join(', ')}.${busy}`;
}
