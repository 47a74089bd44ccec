import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, pid } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * `npm run proof -- [seed] [trees] [chunk] [largest]`: verdicts and repairs on random trees with planted faults, in chunks that each
 * print their figures. The full proof is 10,000 trees of up to 1,000 nodes from seed 41000000.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [seed = 41_000_000, trees = 10_000, chunk = 250, largest = 1000] = argv.slice(2).map(Number);
// Beside its sources, which look for the catalogue from where they are.
const file = join(root, 'test', 'proof', `.run-${pid}.mjs`);
let isProved = true;
try {
  const bundle = await rolldown({ input: join(root, 'test/proof/proof-entry.ts'), platform: 'node', cwd: root });
  await bundle.write({ file, format: 'esm' });
  const { proveTrees, told } = await import(pathToFileURL(file).href);
  for (let done = 0; done < trees; done += chunk) {
    const proof = proveTrees(seed + done, Math.min(chunk, trees - done), largest);
    console.log(`seed ${seed + done}: ${told(proof)}`);
    for (const line of [
      ...proof.falseReaches,
      ...proof.falseShort,
      ...proof.missedFaults,
      ...proof.twinsUntold,
      ...proof.brokenRepairs,
    ])
      console.log(`  ${line}`);
    isProved &&= proof.falseReaches.length + proof.falseShort.length + proof.brokenRepairs.length === 0;
  }
} finally {
  rmSync(file, { force: true });
}
exit(isProved ? 0 : 1);
