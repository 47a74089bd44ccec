import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm run acceptance -- [--mutations 10000] [--kills 100] [--seed N] [--data DIR]`: the cases of docs/spec/acceptance.md against the built
 * product as a process of its own, at full length; `npm test` runs the same ones on fewer random files and kills. With a folder, files
 * of the cases' names there are taken instead of the project's own; without one that part says that it was not run.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    mutations: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20261121' },
    data: { type: 'string' },
  },
});
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const results = [];

run("the project's own files", ['test/acceptance', 'test/contract/api-crash.test.ts'], {
  RASHIN_MUTATIONS: values.mutations,
  RASHIN_SEED: values.seed,
  RASHIN_KILLS: values.kills,
});
if (values.data === undefined) {
  results.push("somebody else's files: not run (say --data DIR)");
} else if (existsSync(values.data)) {
  run(`files of ${values.data}`, ['test/acceptance/bad-input', 'test/acceptance/numbers', 'test/acceptance/durability'], {
    RASHIN_ACCEPTANCE_DATA: resolve(values.data),
  });
} else {
  results.push(`${values.data}: FAILED, there is no such folder`);
}
console.log(`\n${results.join('\n')}`);
exit(results.some(line => line.includes('FAILED')) ? 1 : 0);

function run(name, files, more) {
  const { status } = spawnSync(execPath, [vitest, 'run', '--config', join(root, 'test', 'vitest.config.ts'), ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...more },
  });
  results.push(`${name}: ${status === 0 ? 'passed' : 'FAILED'}`);
}
