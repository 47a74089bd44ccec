import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';

/** `npm run check`: types, lint and format, architecture, unit. Goes on after a failure, so that one run shows everything. */
const root = fileURLToPath(new URL('..', import.meta.url));
const VITEST = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const CONFIG = ['--config', join(root, 'test', 'vitest.config.ts')];

const STEPS = [
  ['types', [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']],
  ['lint', [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
  ['architecture', [VITEST, 'run', ...CONFIG, 'test/architecture.test.ts']],
  ['unit', [VITEST, 'run', ...CONFIG, 'src']],
];

const failed = STEPS.filter(([name, args]) => {
  const started = performance.now();
  const { status } = spawnSync(execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status !== 0;
});
if (failed.length > 0) exit(1);
