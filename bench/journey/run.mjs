import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuUsage, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { bundled } from '../runner/bundled.mjs';
import { machineText } from '../runner/machine.mjs';
import { arrivals, batchOf, personId } from './arrival.mjs';
import { builtEngine } from './built-engine.mjs';
import { CLICKHOUSE } from './clickhouse-peer.mjs';
import { GOALS, WORK } from './compared-work.mjs';
import { DUCKDB, drillSql, duckdbPeer } from './duckdb-peer.mjs';
import { CAMPAIGNS, CHANNELS, COUNTRIES, DEVICES, madeEvents, NAMES } from './made-events.mjs';
import { DRILL, QUESTIONS } from './questions.mjs';
import { holdSame, SHAPES } from './same-answers.mjs';

/**
 * `npm run bench:journey [-- --events 1e6 --rounds 7 --peers duckdb,clickhouse --out FILE]`: makes events, loads them into the journey engine and its peers, holds
 * the answers to each other, then takes times in turns. Prints ratios; `--out` writes the tables.
 */
const { values: asked } = parseArgs({
  options: {
    events: { type: 'string', multiple: true, default: ['1e6'] },
    rounds: { type: 'string', default: '7' },
    peers: { type: 'string', default: 'duckdb,clickhouse' },
    out: { type: 'string' },
  },
});
const rounds = Number(asked.rounds);
const peers = new Set(asked.peers.split(','));
const threads = Math.min(2, availableParallelism());
const tell = text => stderr.write(`${text}\n`);

tell('building …');
const { EmbeddedJourneyEngine } = await builtEngine();
await holdToOracle();
const times = {};
const reports = [];
for (const events of asked.events.flatMap(list => list.split(',')).map(Number)) reports.push(await measure(events));
const text = `# Benchmark of journeys\n\nWritten by \`npm run bench:journey\`; \`bench/README.md\` says how it measures. Medians of runs that take turns; a ratio below 1 says that the peer is better.\n${reports.join('\n')}${scaling()}`;
stdout.write(`${text}\n`);
if (asked.out) writeFileSync(asked.out, `${text}\n`);

function scaling() {
  const lines = [];
  const sizes = Object.keys(times)
    .map(Number)
    .sort((a, b) => a - b);
  for (const [i, size] of sizes.entries()) {
    if (i === 0) continue;
    const before = sizes[i - 1];
    const exponent = what => (Math.log(times[size][what] / times[before][what]) / Math.log(size / before)).toFixed(2);
    lines.push(
      `| ${before.toExponential(0)} → ${size.toExponential(0)} | ${Object.keys(times[size]).map(exponent).join(' | ')} |`,
    );
  }
  if (lines.length === 0) return '';
  const names = Object.keys(times[sizes[0]]);
  return `\n### Scaling exponents\n\n| | ${names.join(' | ')} |\n|---|${names.map(() => '--:').join('|')}|\n${lines.join('\n')}\n`;
}

async function measure(events) {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-journey-'));
  try {
    return await measureIn(folder, events);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder, events) {
  tell(`${events.toExponential(0)}: making events …`);
  const data = madeEvents(events, 42);
  const { order, lastDay } = arrivals(data, 42);
  const lines = [`\n## ${events.toExponential(0)} events\n`, `${machineText()} chdb ${versionOf('chdb')}.`, ''];
  tell('loading …');
  let engine = await EmbeddedJourneyEngine.open({ folder: `${folder}/store`, threads, valueDigits: 2 });
  const load = { seconds: 0, rows: 0 };
  const append = async (from, to) => {
    const batch = batchOf(data, order, from, to);
    const begun = performance.now();
    await engine.append(batch);
    load.seconds += (performance.now() - begun) / 1000;
    load.rows += to - from;
  };
  for (let from = 0; from < lastDay; from += 1e6) await append(from, Math.min(lastDay, from + 1e6));
  const begunMerge = performance.now();
  await engine.merge(data.merges.map(([from, to]) => ({ from: personId(from), to: personId(to) })));
  await engine.compact();
  load.seconds += (performance.now() - begunMerge) / 1000;
  await engine.ask(QUESTIONS.funnel);
  const whole = { ...load };
  load.seconds = 0;
  const step = Math.ceil((order.length - lastDay) / 10);
  for (let from = lastDay; from < order.length; from += step) await append(from, Math.min(order.length, from + step));
  const afterAppend = await timed(() => engine.ask(QUESTIONS.funnel));
  const appended = load.seconds;
  await engine.compact();
  const { events: held, people } = await engine.contents();
  await engine.close();
  const bytes = readdirSync(`${folder}/store`).reduce((sum, file) => sum + statSync(`${folder}/store/${file}`).size, 0);
  const begunOpen = performance.now();
  engine = await EmbeddedJourneyEngine.open({ folder: `${folder}/store`, threads, valueDigits: 2 });
  await engine.ask(QUESTIONS.funnel);
  const opened = performance.now() - begunOpen;
  lines.push(
    `${held.toLocaleString('en')} events of ${people.toLocaleString('en')} people; ${threads} threads.`,
    '',
    '| loading | |',
    '|---|--:|',
    `| batches to queryable, with texts, ids and merges | ${whole.seconds.toFixed(1)} s, ${(whole.rows / whole.seconds / 1e6).toFixed(2)} M events/s |`,
    `| last day in 10 batches (${(order.length - lastDay).toLocaleString('en')} events) | ${(appended * 1000).toFixed(0)} ms; the whole again takes ${(whole.seconds / appended).toFixed(0)} × |`,
    `| funnel right after these batches | ${afterAppend.toFixed(0)} ms |`,
    `| opening and first funnel, files in the page cache | ${opened.toFixed(0)} ms |`,
    `| on disk | ${(bytes / held).toFixed(1)} bytes per event |`,
    '',
  );
  const subjects = {};
  if (peers.has('duckdb')) {
    tell('DuckDB …');
    subjects.duckdb = await duckdbPeer(data, folder, threads);
  }
  if (peers.has('clickhouse') && subjects.duckdb) {
    tell('ClickHouse …');
    const { clickhousePeer } = await import('./clickhouse-peer.mjs');
    subjects.clickhouse = clickhousePeer(folder, threads);
  }
  await holdToPeers(engine, subjects);
  tell('taking times …');
  lines.push(await comparison(engine, subjects, held), await drill(engine, subjects), await delays(engine));
  await engine.close();
  for (const subject of Object.values(subjects)) subject.close();
  return lines.join('\n');
}

async function comparison(engine, subjects, held) {
  const lines = [
    '| question | Rashin | M events/s | peer | peer’s time | ratio | ratio of CPU |',
    '|---|--:|--:|---|--:|--:|--:|',
  ];
  times[held] = {};
  for (const [what, { ours, duckdb = {}, clickhouse = {} }] of Object.entries(WORK)) {
    const runs = [{ who: 'Rashin', work: () => engine.ask(QUESTIONS[ours]) }];
    if (subjects.duckdb)
      for (const [kind, sql] of Object.entries(duckdb))
        runs.push({ who: `DuckDB, ${kind}`, work: () => subjects.duckdb.ask(sql) });
    if (subjects.clickhouse)
      for (const [kind, sql] of Object.entries(clickhouse))
        runs.push({ who: `ClickHouse, ${kind}`, work: () => subjects.clickhouse.ask(sql) });
    const taken = await inTurns(runs);
    const [mine, ...theirs] = taken;
    tell(`  ${what}: ${taken.map(({ who, wall, cpu }) => `${who} ${wall.toFixed(0)} ms (CPU ${cpu.toFixed(0)})`).join(', ')}`);
    times[held][what] = mine.wall;
    const own = `| ${what} | ${mine.wall.toFixed(1)} ms | ${(held / mine.wall / 1000).toFixed(0)} |`;
    if (theirs.length === 0) lines.push(`${own} | | | | |`);
    for (const [i, { who, wall, cpu }] of theirs.entries()) {
      const ratio = wall / mine.wall;
      const cells = [
        who,
        `${wall.toFixed(0)} ms`,
        `${ratio.toFixed(1)} ×`,
        `${(cpu / mine.cpu).toFixed(1)} ×`,
        verdict(what, who, ratio),
      ];
      lines.push(`${i === 0 ? own : '| | | |'} ${cells.join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function verdict(what, who, ratio) {
  const goal = GOALS[what]?.[who];
  if (goal === undefined) return '';
  return ratio >= goal ? `${goal} ×: met` : `${goal} ×: missed, ${Math.round((1 - ratio / goal) * 100)} % short`;
}

async function drill(engine, { duckdb }) {
  const codes = { name: NAMES, channel: CHANNELS, campaign: CAMPAIGNS, device: DEVICES, country: COUNTRIES };
  const [ours, theirs] = [[], []];
  for (let round = 0; round < 3; round++)
    for (const question of DRILL) {
      ours.push(await timed(() => engine.ask(question)));
      if (duckdb) theirs.push(await timed(() => duckdb.ask(drillSql(question, codes))));
    }
  const quantile = (list, q) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(q * list.length) - 1)];
  const peer = duckdb ? `; DuckDB ${quantile(theirs, 0.5).toFixed(0)} and ${quantile(theirs, 0.95).toFixed(0)} ms` : '';
  return `Twenty questions in a row, each with another filter: median ${quantile(ours, 0.5).toFixed(0)} ms, 95th percentile ${quantile(ours, 0.95).toFixed(0)} ms${peer}.\n`;
}

async function delays(engine) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise(resolve => setTimeout(resolve, 20));
  delay.enable();
  for (const question of Object.values(QUESTIONS)) await engine.ask(question);
  delay.disable();
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return `Longest delay of the event loop over all questions: ${(delay.max / 1e6).toFixed(0)} ms. Peak memory of the process with the peers and the made data in it: ${(Number(peak) / 1e6).toFixed(1)} GB.\n`;
}

async function inTurns(runs) {
  const taken = runs.map(({ who }) => ({ who, walls: [], cpus: [] }));
  for (let round = -2; round < rounds; round++)
    for (let i = 0; i < runs.length; i++) {
      const at = (i + Math.max(0, round)) % runs.length;
      // One that takes long runs once.
      if (taken[at].walls.length > 0 && taken[at].walls[0] > 30_000) continue;
      if (round < 0 && taken[at].slow) continue;
      const cpu = cpuUsage();
      const wall = await timed(runs[at].work);
      const { user, system } = cpuUsage(cpu);
      taken[at].slow = wall > 20_000;
      if (round < 0 && !taken[at].slow) continue;
      taken[at].walls.push(wall);
      taken[at].cpus.push((user + system) / 1000);
    }
  const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  return taken.map(({ who, walls, cpus }) => ({ who, wall: median(walls), cpu: median(cpus) }));
}

function versionOf(name) {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : 'is not installed';
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function holdToPeers(engine, { duckdb, clickhouse }) {
  tell('holding the answers to the peers’ …');
  for (const [what, shape] of Object.entries(SHAPES)) {
    const question = what === 'series, people' ? 'series' : what;
    const answer = await engine.ask(QUESTIONS[question]);
    const ours = shape(answer.value);
    const statements = what === 'series, people' ? { best: DUCKDB.series.people } : DUCKDB[what];
    if (duckdb)
      for (const [kind, sql] of Object.entries(statements))
        if (what !== 'series' || kind !== 'people') holdSame(`${what}, DuckDB ${kind}`, ours, await duckdb.ask(sql));
    const theirs = what === 'series, people' ? CLICKHOUSE.series : what === 'series' ? {} : (CLICKHOUSE[what] ?? {});
    if (clickhouse)
      for (const [kind, sql] of Object.entries(theirs))
        if (kind !== 'seconds') holdSame(`${what}, ClickHouse ${kind}`, ours, clickhouse.ask(sql));
  }
}

/** At a small size every question is answered by definition, too. */
async function holdToOracle() {
  tell('holding the answers to the definitions …');
  const { difference, oracleAnswer, peopleOf } = await bundled(new URL('./oracle-entry.mjs', import.meta.url));
  const data = madeEvents(20_000, 3);
  const { order } = arrivals(data, 3);
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-journey-'));
  const engine = await EmbeddedJourneyEngine.open({ folder, threads, valueDigits: 2 });
  const batch = batchOf(data, order, 0, order.length);
  await engine.append(batch);
  const merges = data.merges.map(([from, to]) => ({ from: personId(from), to: personId(to) }));
  await engine.merge(merges);
  const at = ({ codes, values }, row) => values[codes[row]];
  const events = Array.from({ length: batch.length }, (_, row) => ({
    person: at(batch.person, row),
    time: batch.time[row],
    name: at(batch.name, row),
    dimensions: Object.fromEntries(Object.entries(batch.dimensions).map(([id, column]) => [id, at(column, row)])),
    value: Number.isNaN(batch.value[row]) ? null : batch.value[row],
    session: at(batch.session, row),
    id: at(batch.id, row),
  }));
  const people = peopleOf({ events, merges, dimensions: [] });
  for (const question of [...Object.values(QUESTIONS), ...DRILL]) {
    const found = difference(oracleAnswer(people, question), (await engine.ask(question)).value);
    if (found) throw new Error(`${question.ask}: ${found}`);
  }
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
