import { bytes, ms, size, times } from './report.mjs';

/** Goals of the store itself. */
export function loadGoals({ events, loads: { rashin }, delay, disk }) {
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

/** What one size has given, in Markdown. */
export function sizeText(state, { table, learned }, drilled) {
  const { events, people, loads, opened, delay, memory, disk, machine } = state;
  const { rashin } = loads;
  const names = { rashin: 'Rashin', duckdb: 'DuckDB', clickhouse: 'ClickHouse', polars: 'polars', postgres: 'PostgreSQL' };
  const had = Object.keys(memory);
  const row = (what, of) => `| ${what} | ${had.map(who => of(who) ?? '').join(' | ')} |`;
  return [
    `## ${size(events)} events\n`,
    `${events.toLocaleString('en')} events of ${people.toLocaleString('en')} people. ${machine}\n`,
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
    table,
    learned,
    '',
    drilled.table,
  ].join('\n');
}

/** The page of all sizes, with the goals that were missed and met. */
export function pageOf(measured) {
  const goals = measured.flatMap(one => one.goals);
  const exponents = scaling(measured);
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
function scaling(measured) {
  if (measured.length < 2) return { text: '', goals: [] };
  const slope = points => {
    const mean = list => list.reduce((sum, value) => sum + value, 0) / list.length;
    const [x, y] = [0, 1].map(axis => mean(points.map(point => Math.log(point[axis]))));
    const along = points.map(([events]) => Math.log(events) - x);
    return along.reduce((sum, a, i) => sum + a * (Math.log(points[i][1]) - y), 0) / along.reduce((sum, a) => sum + a * a, 0);
  };
  const goals = [];
  const titles = new Set(measured.flatMap(({ ours }) => Object.keys(ours)));
  const lines = [...titles].flatMap(title => {
    const points = measured.flatMap(({ events, ours }) => (ours[title] ? [[events, ours[title]]] : []));
    if (points.length < 2) return [];
    const found = slope(points);
    goals.push({ what: `scaling of ${title}`, isMet: found <= 1.05, text: `${found.toFixed(2)}, goal 1.05` });
    return `| ${title} | ${measured.map(({ ours }) => (ours[title] ? ms(ours[title]) : '')).join(' | ')} | ${found.toFixed(2)} |`;
  });
  const head = `| | ${measured.map(({ events }) => size(events)).join(' | ')} | exponent |\n|---|${measured.map(() => '--:').join('|')}|--:|`;
  return { text: `## Scaling of Rashin\n\nThe fastest run of each size.\n\n${head}\n${lines.join('\n')}\n`, goals };
}
