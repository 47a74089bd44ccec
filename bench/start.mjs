import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { endedProcess, RASHIN } from './runner/ended-process.mjs';
import { interleaved } from './runner/interleaved.mjs';
import { stopped } from './runner/product.mjs';
import { measured, single } from './runner/rows.mjs';

export const title = 'Starting the server';
export const about = `From starting the process to the first answer over HTTP, on the demo company's workspace. Rashin takes the workspace for itself, checks the ledger page by page, opens the data store, and brings the two into step before it listens.
The peer is the smallest server that Node can be: one file that answers with a fixed text.`;

/** @param {{ folder: string }} context */
export async function benchmark({ folder }) {
  const workspace = join(folder, 'workspace');
  const made = await endedProcess([RASHIN, 'demo', workspace], { folder });
  const rashin = () => firstAnswer([RASHIN, 'start', workspace, '--quiet', '--port', '0'], '/api/health');
  const first = await rashin();
  const times = await interleaved(
    [
      { who: 'Rashin', measure: rashin },
      {
        who: 'node:http alone',
        measure: () => firstAnswer([fileURLToPath(new URL('./peer/http-server.mjs', import.meta.url))], '/'),
      },
    ],
    { rounds: 7 },
  );
  const how = { unit: 'ms', better: 'less' };
  return [
    single('first start after the demo was made', 'Rashin', first, how),
    ...measured('later starts', times, how),
    single('making the demo company (two years of files, a year of changes)', 'Rashin', made.milliseconds, how),
  ];
}

/** Milliseconds from the start of a server, which prints its address, to its first good answer. */
async function firstAnswer(args, path) {
  const start = performance.now();
  const child = spawn(execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const address = await new Promise((resolve, reject) => {
      child.stdout.once('data', piece => resolve(String(piece).trim()));
      child.once('exit', code => reject(new Error(`${args[0]} ended with ${code}`)));
    });
    const { status } = await fetch(`${address}${path}`);
    if (status !== 200) throw new Error(`${args[0]} answered ${status}`);
    return performance.now() - start;
  } finally {
    await stopped(child);
  }
}
