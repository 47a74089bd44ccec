import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeConfig } from '../../build/node.config.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** The engine and its thread, bundled like the product. */
export async function builtEngine() {
  const outDir = here('../../dist/bench-journey');
  const input = {
    engine: here('./journey-entry.mjs'),
    'journey-worker': here('../../src/engine/journey/thread/journey-worker.ts'),
  };
  const output = { ...nodeConfig.build.rollupOptions.output, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' };
  const rollupOptions = { ...nodeConfig.build.rollupOptions, input, output };
  await build({ ...nodeConfig, plugins: [], build: { ...nodeConfig.build, outDir, emptyOutDir: true, rollupOptions } });
  return import(pathToFileURL(`${outDir}/engine.mjs`).href);
}
