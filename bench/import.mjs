import { cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from '../examples/online-retail/write-xlsx.mjs';
import { HOW_TO_GET_IT, onlineRetail } from './data/online-retail.mjs';
import { writeOrderLines } from './data/order-lines.mjs';
import { endedProcess, RASHIN } from './runner/ended-process.mjs';
import { interleaved, spreads } from './runner/interleaved.mjs';
import { MAPPING, MEMBER, rashin, shopWorkspace } from './runner/product.mjs';
import { measured, notRun } from './runner/rows.mjs';

export const title = 'Importing order lines';
export const about = `A year of order lines of a shop, generated, in the shape of the UCI Online Retail file; eight columns, whole processes from start to exit.
An import of Rashin reads the file twice (once to say what it is: encoding, types, people, totals, bad rows; once to write exact, typed rows with hashed customers), keeps a copy without personal data, loads it into the data store and commits it to the ledger with everything synchronised to disk.
"Looks at it" is the first half. The parsers only read cells as texts; DuckDB alone loads one typed table, told the types beforehand, and checks nothing else.`;

const LOOKS = 'Rashin looks at it';
const IMPORTS = 'Rashin imports it';
const CSV_PEERS = [
  { who: 'csv-parse', needs: 'csv-parse', program: 'csv-parse' },
  { who: 'papaparse', needs: 'papaparse', program: 'papaparse' },
  { who: 'DuckDB read_csv', program: 'duckdb-csv', stores: true, note: 'one table in a file' },
];
const XLSX_PEERS = [
  { who: 'SheetJS xlsx', needs: 'xlsx', program: 'sheetjs' },
  { who: 'exceljs', needs: 'exceljs', program: 'exceljs', note: 'streaming' },
];

/** Rows of the CSV files when nobody says how many. */
const CSV_ROWS = [100_000, 1_000_000, 3_000_000];
/** Up to so many rows what only reads is measured too. */
const MOST_READ_ROWS = 100_000;
/** Workbooks this large are rare, and their readers slow. */
const MOST_SHEET_ROWS = 100_000;

const named = (kind, rows) => `${kind} of ${rows.toLocaleString('en-US')} rows`;

/** @param {{ folder: string, rows: number, hasRows: boolean, rounds: number, data: string | null, missing: Map<string, string>, tell: (text: string) => void }} context */
export async function benchmark(context) {
  const { folder, rows, hasRows, data, tell } = context;
  const csv = join(folder, 'order-lines.csv');
  const empty = join(folder, 'empty');
  await shopWorkspace(empty);
  const found = [];
  for (const count of hasRows ? [rows] : CSV_ROWS) {
    tell(`writing ${count} rows`);
    const truth = await writeOrderLines(csv, count);
    const peers = count <= MOST_READ_ROWS ? CSV_PEERS : CSV_PEERS.filter(({ stores }) => stores);
    const text = { file: csv, rows: count, name: named('CSV', count), peers, revenue: Number(truth.revenue) };
    found.push(...(await compare({ ...context, ...text, empty })));
  }

  if (hasRows) return found;
  const sheetRows = Math.min(rows, MOST_SHEET_ROWS);
  const [sheetCsv, xlsx] = [join(folder, 'sheet.csv'), join(folder, 'order-lines.xlsx')];
  const sheetTruth = await writeOrderLines(sheetCsv, sheetRows);
  tell('writing the workbook');
  await writeXlsx(sheetCsv, xlsx);
  const sheet = {
    file: xlsx,
    rows: sheetRows,
    name: named('XLSX', sheetRows),
    peers: XLSX_PEERS,
    revenue: Number(sheetTruth.revenue),
  };
  found.push(...(await compare({ ...context, ...sheet, empty })));

  const file = onlineRetail(data, folder);
  const retail = { file, rows: 541_909, name: 'UCI Online Retail, CSV', peers: CSV_PEERS, revenue: 9_747_747.934 };
  if (file) found.push(...(await compare({ ...context, ...retail, empty })));
  else found.push(notRun(retail.name, 'all', HOW_TO_GET_IT));
  return found;
}

/** Rows per second and peak memory of Rashin and the peers on one file. Each result is compared before it counts. */
async function compare({ folder, empty, file, rows, name, peers, rounds, revenue, missing, tell }) {
  const present = peers.filter(({ needs }) => !missing.has(needs ?? ''));
  const reads = peers.some(({ stores }) => !stores);
  const [peaks, processor] = [new Map(), new Map()];
  const rate =
    who =>
    async ({ milliseconds, cpuMilliseconds, megabytes, out }, figures) => {
      const { rows: counted, revenue: summed } = figures(out);
      if (counted !== rows || !(Math.abs(summed - revenue) < 0.01))
        throw new Error(`${who} read ${counted} rows of ${rows}, sum ${summed} of ${revenue}`);
      peaks.set(who, [...(peaks.get(who) ?? []), megabytes]);
      processor.set(who, [...(processor.get(who) ?? []), cpuMilliseconds / 1000]);
      return rows / (milliseconds / 1000);
    };
  const subjects = [
    {
      who: IMPORTS,
      measure: () => imported({ folder, empty, file }).then(ended => rate(IMPORTS)(ended, () => figuresOf(folder, ended))),
    },
    ...(reads
      ? [
          {
            who: LOOKS,
            measure: () =>
              looked({ folder, empty, file }).then(ended => rate(LOOKS)(ended, out => ({ rows: JSON.parse(out).rows, revenue }))),
          },
        ]
      : []),
    ...present.map(({ who, program }) => ({
      who,
      measure: () => peerRun(program, file, folder).then(ended => rate(who)(ended, JSON.parse)),
    })),
  ];
  tell(`${name}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const rates = await interleaved(subjects, { rounds, warmups: 0 });
  const notes = Object.fromEntries(peers.map(({ who, note }) => [who, note]));
  const parts = [
    ...(reads ? [{ doing: 'reading', ours: LOOKS, others: peers.filter(({ stores }) => !stores) }] : []),
    { doing: 'importing', ours: IMPORTS, others: peers.filter(({ stores }) => stores) },
  ];
  return parts.flatMap(({ doing, ours, others }) => {
    const some = found => new Map([...found].filter(([who]) => who === ours || others.some(peer => peer.who === who)));
    return [
      ...measured(`${name}: ${doing}`, some(rates), { unit: 'rows/s', better: 'more', notes }),
      ...others
        .filter(peer => !present.includes(peer))
        .map(({ who, needs }) => notRun(`${name}: ${doing}`, who, missing.get(needs))),
      ...measured(`${name}: ${doing}, processor time`, some(spreads(processor)), { unit: 's', better: 'less', notes }),
      ...measured(`${name}: ${doing}, peak memory`, some(spreads(peaks)), { unit: 'MB', better: 'less', notes }),
    ];
  });
}

async function imported({ folder, empty, file }) {
  const workspace = copied(folder, empty);
  return endedProcess([RASHIN, 'import', file, '--mapping', MAPPING, '--workspace', workspace, '--member', MEMBER, '--json'], {
    folder,
  });
}

async function looked({ folder, empty, file }) {
  const workspace = copied(folder, empty);
  const args = [
    RASHIN,
    'import',
    file,
    '--mapping',
    MAPPING,
    '--workspace',
    workspace,
    '--member',
    MEMBER,
    '--json',
    '--dry-run',
  ];
  return endedProcess(args, { folder });
}

function copied(folder, empty) {
  const workspace = join(folder, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(empty, workspace, { recursive: true });
  return workspace;
}

/** What the product says the rows come to, once they are in. */
function figuresOf(folder, { out }) {
  const { from, to } = JSON.parse(out).period;
  const ask = metric => rashin('query', metric, '--from', from, '--to', to, '--json', '--workspace', join(folder, 'workspace'));
  const numberFor = metric => Number(JSON.parse(ask(metric)).totals[0].observation.exact);
  return { rows: numberFor('lines'), revenue: numberFor('revenue') };
}

function peerRun(program, file, folder) {
  const database = join(folder, 'bare.duckdb');
  rmSync(database, { force: true });
  return endedProcess([fileURLToPath(new URL(`./peer/${program}.mjs`, import.meta.url)), file, database], { folder });
}
