// From the downloaded file to the tree: see README.md. node examples/online-retail/run.mjs --data DIR [--also-xlsx]
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { dataFolder, withProduct } from '../product.mjs';
import { writeXlsx } from './write-xlsx.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const NAMES = ['online_retail.csv.gz', 'online_retail.csv', 'Online Retail.csv', 'Online Retail.xlsx'];
const WHOLE = ['--from', '2010-12-01', '--to', '2011-12-09'];

/** What others have counted in the same file, and how: each is one metric of metrics.yaml. */
const PUBLISHED = [
  ['lines', '541909', 'rows of the file'],
  ['lines-with-customer', '406829', 'rows with a CustomerID'],
  ['customers', '4372', 'different CustomerIDs, also of those who only cancelled'],
  ['invoices', '25900', 'different InvoiceNos, cancellations (C…) and adjustments (A…) included'],
  ['revenue', '9747747.934', 'Quantity × UnitPrice over all rows, cancellations deducted, in GBP'],
];

const folder = dataFolder();
const files = NAMES.map(name => join(folder ?? '', name)).filter(file => folder !== undefined && existsSync(file));
if (files.length === 0) {
  console.log('not run: give the folder of the file with --data DIR.');
  console.log(`It is one of ${NAMES.join(', ')}.`);
  console.log('Download: https://archive.ics.uci.edu/dataset/352/online+retail (UCI Online Retail, CC BY 4.0).');
} else {
  let wrong = 0;
  for (const file of files) wrong += await run(file);
  const csv = files.find(file => /\.csv(?:\.gz)?$/.test(file));
  if (csv !== undefined && argv.includes('--also-xlsx')) wrong += await runAsWorkbook(csv);
  if (wrong > 0) process.exitCode = 1;
}

async function runAsWorkbook(csv) {
  const made = mkdtempSync(join(tmpdir(), 'rashin-xlsx-'));
  try {
    const xlsx = join(made, 'Online Retail.xlsx');
    const start = performance.now();
    await writeXlsx(csv, xlsx);
    console.log(`\nwrote the same rows as a workbook in ${seconds(start)} (${megabytes(xlsx)} MB)`);
    return await run(xlsx);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Imports one file into a new workspace; how many figures differ from the published ones. */
async function run(file) {
  console.log(`\n${file} (${megabytes(file)} MB)`);
  return withProduct(async product => {
    product.rashin('members', 'add', 'shop/lead', '--name', 'Shop lead', '--role', 'manager', '--department', 'Shop');
    product.rashin('metrics', 'apply', here('metrics.yaml'), '--member', 'shop/lead');
    const start = performance.now();
    const imported = product.importFile(file, '--mapping', here('mapping.yaml'), '--member', 'shop/lead');
    if (imported.batch === null) throw new Error(`not imported: ${JSON.stringify(imported.problems)}`);
    console.log(`import   ${seconds(start)}, peak memory of the server ${product.peakMegabytes() ?? '?'} MB`);
    console.log(
      `         recognised as ${imported.recognised}, ${imported.rows} rows, ${imported.period.from} to ${imported.period.to}`,
    );
    const again = product.importFile(file, '--mapping', here('mapping.yaml'), '--member', 'shop/lead');
    console.log(
      `again    ${again.duplicateOf === imported.batch ? 'the rows are there already, nothing changed' : 'WRONG: imported twice'}`,
    );
    let wrong = again.duplicateOf === imported.batch ? 0 : 1;
    for (const [metric, published, how] of PUBLISHED) {
      const { observation } = product.json('query', metric, ...WHOLE).totals[0];
      const isRight = observation.exact === published;
      if (!isRight) wrong += 1;
      console.log(
        `${isRight ? '✓' : '✗'} ${metric.padEnd(20)} ${observation.exact?.padStart(12)}  ${isRight ? '' : `published ${published}: `}${how}`,
      );
    }
    product.rashin(
      'plan',
      'apply',
      here('plan.yaml'),
      '--publish',
      '--reason',
      'Example',
      '--name',
      'Original plan',
      '--member',
      'shop/lead',
    );
    console.log(product.rashin('status', '--plan', 'gift-shop-2011', '--lang', 'en'));
    return wrong;
  });
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function megabytes(file) {
  return (statSync(file).size / 1e6).toFixed(1);
}
