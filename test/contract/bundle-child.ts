import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds a TypeScript program of the tests into one file that plain Node runs, and returns its path. Packages stay outside. */
export async function bundleChild(source: URL, name: string): Promise<string> {
  const outDir = fileURLToPath(new URL('../../dist/test', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(source),
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return `${outDir}/${name}.mjs`;
}
