import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** Parts of the product's core in this process, from their sources. */
export async function bundled(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bundled-'));
  try {
    const file = join(folder, 'source.mjs');
    const bundle = await rolldown({ input: fileURLToPath(entry), platform: 'node', logLevel: 'silent' });
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
