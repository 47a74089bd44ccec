import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
const EXTERNAL = [...Object.keys(dependencies), ...builtinModules];

/**
 * How everything that runs in Node is built: the command line with the server behind it, the thread that reads files, and the
 * library. Code that only some commands need lies in pieces of its own, so that `rashin check` loads little. The packages of
 * package.json are not part of it.
 */
/** @type {import('vite').InlineConfig} */
export const nodeConfig = {
  configFile: false,
  root: here('..'),
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: here('../dist'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        cli: here('../src/cli/main.ts'),
        core: here('../src/core/index.ts'),
        'ingest-worker': here('../src/engine/ingest/ingest-worker.ts'),
      },
      external: id => id.startsWith('node:') || EXTERNAL.some(name => id === name || id.startsWith(`${name}/`)),
      output: {
        format: 'es',
        // The thread is looked for beside the piece that starts it.
        entryFileNames: ({ name }) => (name === 'ingest-worker' ? 'chunk/ingest-worker.mjs' : `${name}.mjs`),
        chunkFileNames: 'chunk/[name]-[hash].mjs',
      },
    },
  },
};
