import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run golden`: takes what comes out now for what is expected, in every test that compares with a file. What has changed is
 * then to be read in the diff. With paths, only the tests there.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const suites = ['--project', 'unit', '--project', 'case'];
const args = [vitest, 'run', '--config', join(root, 'test', 'vitest.config.ts'), ...suites, '-u', ...argv.slice(2)];
exit(spawnSync(execPath, args, { cwd: root, stdio: 'inherit', env: { ...env, RASHIN_GOLDEN: 'accept' } }).status ?? 1);
