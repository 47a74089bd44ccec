// What the files of a folder are taken for, and that bringing them in twice counts nothing twice.
// node examples/japanese-exports/run.mjs --data DIR [--period 2024-04-01/2024-04-30]
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { dataFolder, withProduct } from '../product.mjs';

const folder = dataFolder();
const files =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter(name => /\.(?:csv|tsv|txt|xlsx|zip|gz)$/i.test(name))
        .toSorted();
if (files.length === 0) {
  console.log(
    'not run: give a folder with exports of marketing tools with --data DIR: CSV, TSV or Excel files as they were downloaded',
  );
  console.log('from Google Analytics 4, Google Ads, Yahoo!広告, Meta, Search Console, Salesforce, or sheets of your own.');
} else {
  const wrong = await withProduct(product => run(product, folder, files));
  if (wrong > 0) process.exitCode = 1;
}

/** How many of the files were not recognised, refused, or counted twice. */
async function run(product, folder, files) {
  product.rashin('members', 'add', 'marketing/lead', '--name', 'Marketing lead', '--role', 'manager');
  let wrong = 0;
  for (const name of files) {
    console.log(`\n${name}`);
    const report = settled(product, join(folder, name), console.log);
    for (const table of report.tables.length > 0 ? report.tables : [report]) show(table);
    if (report.batch === null && !asks(report, 'ask-period')) wrong += 1;
  }
  const before = counted(product);
  const again = files.map(name => settled(product, join(folder, name), () => {}));
  const isSame = counted(product) === before && again.every(({ batch }) => batch === null);
  console.log(
    `\n${isSame ? '✓ all files a second time: nothing changed' : '✗ all files a second time: something was counted twice'}`,
  );
  return wrong + (isSame ? 0 : 1);
}

/** Imports a file; what the product asks about it is answered as a user would. */
function settled(product, file, tell) {
  const report = imported(product, file);
  for (const { severity, message } of report.problems) tell(`  ${severity}: ${message}`);
  if (asks(report, 'ask-period')) {
    const period = argv[argv.indexOf('--period') + 1];
    if (!argv.includes('--period') || period === undefined) {
      tell('  not imported; say which days it is about with --period FROM/TO');
      return report;
    }
    tell(`  answered: --period ${period}`);
    return imported(product, file, '--period', period);
  }
  if (asks(report, 'bad-rows')) {
    const lines = report.skipped.filter(({ reason }) => reason === 'bad').map(({ line }) => line);
    tell(`  answered: --skip-bad-rows, without line ${lines.join(', ')}`);
    return imported(product, file, '--skip-bad-rows');
  }
  return report;
}

function asks({ problems }, code) {
  return problems.some(problem => problem.code === code);
}

function imported(product, file, ...options) {
  return product.importFile(file, '--member', 'marketing/lead', '--lang', 'en', ...options);
}

function show({ recognised, encoding, period, rows, totals, dataset, skipped }) {
  console.log(
    `  ${recognised} → ${dataset}, ${encoding ?? 'workbook'}, ${rows} rows, ${period ? `${period.from} – ${period.to}` : 'no period'}`,
  );
  const sums = Object.entries(totals).map(([column, sum]) => `${column} ${sum}`);
  console.log(`  totals: ${sums.join(', ') || 'none'}`);
  console.log(`  left out: ${reasons(skipped) || 'nothing'}`);
}

/** How many lines were left out for which reason. */
function reasons(lines) {
  const counts = new Map();
  for (const { reason } of lines) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

/** The imports that count, with their rows. */
function counted(product) {
  return JSON.stringify(product.json('imports').map(({ id, rows }) => [id, rows]));
}
