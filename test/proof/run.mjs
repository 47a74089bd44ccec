import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, pid } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * `npm run proof -- [seed] [trees] [chunk] [largest] [record]`: verdicts and repairs on random trees with planted faults, in chunks that
 * each print their figures. The full proof is 10,000 trees of up to 1,000 nodes from seed 41000000. With a record, a file of one line per
 * chunk, chunks that stand in it are not run again, so that a long proof can be interrupted; several processes may share the work
 * from different seeds.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [seed = 41_000_000, trees = 10_000, chunk = 50, largest = 1000] = argv.slice(2, 6).map(Number);
const record = argv[6];
const done = new Map(
  record && existsSync(record)
    ? readFileSync(record, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
        .filter(part => part.most === largest)
        .map(part => [part.seed, part])
    : [],
);
const { proveTrees, told, total } = await proof();
const parts = [];
for (let start = 0; start < trees; start += chunk) {
  const count = Math.min(chunk, trees - start);
  const known = done.get(seed + start);
  if (known?.trees === count) {
    parts.push(known);
    continue;
  }
  const part = { seed: seed + start, most: largest, ...proveTrees(seed + start, count, largest) };
  parts.push(part);
  if (record) appendFileSync(record, `${JSON.stringify(part)}\n`);
  console.log(`seed ${part.seed}: ${told(part)}`);
  for (const line of [part.falseReaches, part.falseShort, part.missedFaults, part.twinsUntold, part.brokenRepairs].flat())
    console.log(`  ${line}`);
}
const all = total(parts);
console.log(`all from seed ${seed}: ${told(all)}`);
exit(all.falseReaches.length + all.falseShort.length + all.brokenRepairs.length === 0 ? 0 : 1);

/** The proof as one file beside its sources, which look for the catalogue from where they are. */
async function proof() {
  const file = join(root, 'test', 'proof', `.run-${pid}.mjs`);
  try {
    const bundle = await rolldown({ input: join(root, 'test/proof/proof-entry.ts'), platform: 'node', cwd: root });
    await bundle.write({ file, format: 'esm' });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
