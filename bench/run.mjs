import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { install } from '../build/install.mjs';
import { stampFile, stampOf } from '../build/stamp.mjs';
import { machineText } from './runner/machine.mjs';
import { installPeers } from './runner/peers.mjs';
import { page, pageWith } from './runner/report.mjs';

/**
 * `npm run bench [-- --only check,import] [--rows N] [--rounds N] [--data DIR] [--out FILE]`: runs every benchmark of this folder, each in a
 * process of its own, prints what came of it, and writes `docs/benchmark.md`; when only some were run, what they have measured in it.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string' },
  },
});

const all = readdirSync(here)
  .filter(name => name.endsWith('.mjs') && name !== 'run.mjs')
  .map(name => name.replace(/\.mjs$/, ''))
  .sort();
const only = asked.only.flatMap(names => names.split(','));
const unknown = only.filter(name => !all.includes(name));
if (unknown.length > 0) {
  stderr.write(`no benchmark ${unknown.join(', ')}; there are ${all.join(', ')}\n`);
  exit(1);
}
const chosen = only.length > 0 ? only : all;

stderr.write('installing …\n');
const root = join(here, '..');
if (!install(root, { dev: true })) exit(2);
const missing = installPeers(here);
if (!existsSync(stampFile(root)) || readFileSync(stampFile(root), 'utf8').trim() !== stampOf(root)) {
  stderr.write('building …\n');
  const { build } = await import('../build/build.mjs');
  await build();
}

const isWhole = chosen.length === all.length;
const out = asked.out ? resolve(asked.out) : join(root, 'docs', 'benchmark.md');
const before = !asked.out && !isWhole && existsSync(out) ? readFileSync(out, 'utf8') : undefined;
const results = [];
for (const name of chosen) {
  stderr.write(`${name} …\n`);
  results.push(await runAlone(name));
  const measured = results.filter(({ failure }) => !failure);
  writeFileSync(out, before === undefined ? page(results, machineText()) : pageWith(before, measured, machineText()));
}
stdout.write(`${page(results, machineText())}\n`);
if (results.some(({ failure }) => failure)) exit(1);

function runAlone(name) {
  const options = {
    rows: Number(asked.rows ?? 500_000),
    hasRows: asked.rows !== undefined,
    rounds: Number(asked.rounds ?? 3),
    data: asked.data ? resolve(asked.data) : null,
    missing,
  };
  const child = fork(join(here, 'runner', 'one.mjs'), [join(here, `${name}.mjs`), JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
  });
  return new Promise(done => {
    let result;
    child.on('message', message => {
      result = message;
    });
    child.on('exit', code => done(result ?? { name, title: name, rows: [], failure: `ended with ${code}` }));
  });
}
