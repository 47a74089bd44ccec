import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { licences } from './licences.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** Packages with native parts stay packages. */
const NATIVE = ['@duckdb/node-api', 'libsql'];

/**
 * How everything that runs in Node is built: the command line with the server behind it, the threads that read files, foresee and follow journeys,
 * and the library. Code that only some commands need lies in pieces of its own, so that `rashin check` loads little; packages without
 * native parts become part of the pieces, because a hundred small files take longer to find than to run.
 *
 * @type {import('vite').InlineConfig}
 */
export const nodeConfig = {
  configFile: false,
  root: here('..'),
  logLevel: 'warn',
  publicDir: false,
  plugins: [licences('third-party-licences.txt')],
  ssr: { noExternal: true },
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
        'foresee-worker': here('../src/engine/foresee/foresee-worker.ts'),
        'journey-worker': here('../src/engine/journey/thread/journey-worker.ts'),
      },
      external: id =>
        id.startsWith('node:') || builtinModules.includes(id) || NATIVE.some(name => id === name || id.startsWith(`${name}/`)),
      output: {
        format: 'es',
        // Threads are looked for beside the piece that starts them.
        entryFileNames: ({ name }) => (name.endsWith('-worker') ? `chunk/${name}.mjs` : `${name}.mjs`),
        chunkFileNames: 'chunk/[name]-[hash].mjs',
      },
    },
  },
};
