import { createHash } from 'node:crypto';
import { fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { listBatches, undoBatch } from '#engine/ledger/batch-store.ts';
import { importBatches } from '#engine/workspace/import-batches.ts';
import { recoverImports } from '#engine/workspace/recover-imports.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { fileRows } from './file-rows.ts';
import { sampleNewBatch } from './sample-batch.ts';

/**
 * Imports groups of one to three files until it is killed. A line `group` of the acknowledgements file is on the disk only after
 * the import of the group has returned.
 * Arguments: workspace, folder of the stand-in warehouse, acknowledgements file, round.
 */
const [dir = '', rowsDir = '', acknowledgements = '', round = ''] = process.argv.slice(2);
const workspace = await openWorkspace(dir, systemEffects());
const rows = fileRows(rowsDir);
await recoverImports(workspace, rows);
const log = openSync(acknowledgements, 'a');
process.stdout.write('ready\n');

for (let group = 0; ; group++) {
  const name = `${round}-${group}`;
  const imports = Array.from({ length: 1 + (group % 3) }, (_, part) => {
    // Every other group shares its first bytes with others, which must not lose their kept file.
    const text = part === 0 && group % 2 === 1 ? 'same\nbytes\n' : `${name}\n${part}\nrow\n`.repeat(1 + (group % 50));
    const file = join(workspace.paths.staging, `${name}-${part}.csv`);
    writeFileSync(file, text);
    const fileHash = createHash('sha256').update(text).digest('hex');
    const batch = sampleNewBatch({ fileName: name, scope: `scope-${group % 5}`, contentHash: `${name}-${part}`, fileHash });
    return { batch, keep: file, load: async (id: string) => rows.load(id, text.split('\n').slice(0, -1)) };
  });
  await importBatches(workspace, rows, 'system', imports);
  acknowledge(`import ${name} ${imports.length}`);
  if (group % 4 === 3) {
    const [newest] = await listBatches(workspace.ledger.db, { limit: 1 });
    if (newest) {
      await workspace.ledger.change('system', change => undoBatch(change, newest.id));
      acknowledge(`undo ${newest.id}`);
    }
  }
}

function acknowledge(line: string): void {
  writeSync(log, `${line}\n`);
  fsyncSync(log);
  process.stdout.write('done\n');
}
