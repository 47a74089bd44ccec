import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { runnerImport } from 'vite';
import { readCatalogue } from './catalogue.mjs';
import { licences } from './licences.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const API = here('../src/contract/api.ts');
const CATALOGUE = 'virtual:catalogue';
const SERVER = process.env.RASHIN_URL ?? 'http://127.0.0.1:4100';

/**
 * How the browser's part is built: `src/web` to `dist/web`. With a running server, `vite --config build/web.config.mjs` serves it
 * with live reload and hands `/api` on to RASHIN_URL.
 */
export default {
  root: here('../src/web'),
  base: '/',
  plugins: [react(), routesOnly(), catalogueData(), licences('third-party-licences.txt')],
  worker: { format: 'es', plugins: () => [catalogueData(), licences('third-party-licences-of-workers.txt')] },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // What several pages share comes in one piece rather than in dozens of small ones.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: /[\\/]src[\\/]web[\\/](?:ui|app)[\\/]/, minShareCount: 3 }] } },
    },
  },
  // The server takes changes from its own pages only; behind the proxy these are its own.
  server: { proxy: { '/api': { target: SERVER, changeOrigin: true, headers: { origin: SERVER } } } },
};

/**
 * The browser calls the API and never checks its answers, so it needs the routes and not the schemas: method, path, names of query
 * parameters, kind of body. That leaves the schema library out of the bundle.
 *
 * @returns {import('vite').Plugin}
 */
function routesOnly() {
  return {
    name: 'rashin:routes-only',
    async load(id) {
      if (id !== API) return undefined;
      const { module } = await runnerImport(API);
      const routes = Object.entries(module.api).map(([name, { method, path, query, body }]) => [
        name,
        {
          method,
          path,
          ...(query ? { query: { shape: Object.fromEntries(Object.keys(query.shape).map(key => [key, true])) } } : {}),
          ...(body ? { body: body === 'bytes' ? body : true } : {}),
        },
      ]);
      return `export const api = ${JSON.stringify(Object.fromEntries(routes))};`;
    },
  };
}

/**
 * The catalogue as data for `parseCatalogue`.
 *
 * @returns {import('vite').Plugin}
 */
function catalogueData() {
  return {
    name: 'rashin:catalogue',
    resolveId: id => (id === CATALOGUE ? `\0${CATALOGUE}` : undefined),
    load: id =>
      id === `\0${CATALOGUE}`
        ? `export const catalogueData = JSON.parse(${JSON.stringify(JSON.stringify(readCatalogue(here('../catalogue'))))});`
        : undefined,
  };
}
