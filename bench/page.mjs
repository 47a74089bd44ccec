import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { findChromium } from '../build/chromium.mjs';
import { rashin, started } from './runner/product.mjs';
import { notRun, single } from './runner/rows.mjs';

export const title = 'Weight of the first page';
export const about = `Scripts and styles that a browser with an empty cache needs for the home page: those named by index.html, the home page's own, and all that they import at once.
The peers are the smallest pages that React alone, and React with a button, a table, a select and a dialog of Mantine, can be, bundled the same way.`;

const here = path => fileURLToPath(new URL(path, import.meta.url));
const PEERS = [
  { who: 'React alone', entry: 'react-page', needs: ['react', 'react-dom'] },
  { who: 'React and Mantine', entry: 'mantine-page', needs: ['react', 'react-dom', '@mantine/core'] },
];
/** What the page asks for after its figures have come, such as fonts of their letters. */
const SETTLE_MS = 2_000;
const SIZES = [
  ['raw', file => file.length],
  ['gzip', file => gzipSync(file, { level: 9 }).length],
  ['brotli', file => brotliCompressSync(file).length],
];

/** @param {{ folder: string, missing: Map<string, string> }} context */
export async function benchmark({ folder, missing }) {
  const bundles = [{ who: 'Rashin, home page', files: homePage(here('../dist/web')) }];
  const absent = [];
  for (const { who, entry, needs } of PEERS) {
    const lacking = needs.find(name => missing.has(name));
    if (lacking) absent.push({ who, reason: missing.get(lacking) });
    else bundles.push({ who, files: await bundled(entry, join(folder, entry)) });
  }
  const rows = SIZES.flatMap(([name, size]) => [
    ...bundles.map(({ who, files }) =>
      single(name, who, sum(files.map(file => size(readFileSync(file)))) / 1000, { unit: 'kB', better: 'less' }),
    ),
    ...absent.map(({ who, reason }) => notRun(name, who, reason)),
  ]);
  const counts = bundles.map(({ who, files }) => single('files', who, files.length, { unit: 'files', better: 'less' }));
  return [...rows, ...counts, ...(await inBrowser(folder))];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Scripts and styles of the home page, each once. */
function homePage(dist) {
  const assets = join(dist, 'assets');
  const names = readdirSync(assets).filter(name => /\.(?:js|css)$/.test(name));
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const mentioned = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => join(dist, path ?? ''));
  const home = names.find(name => /^home-page-.*\.js$/.test(name));
  if (home === undefined) throw new Error('no script of the home page in dist/web');
  const found = new Set();
  const visit = file => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[^"'()]*?from\s*)?["'`]\.\/([^"'`]+)["'`]/g))
      visit(join(assets, name ?? ''));
  };
  for (const file of mentioned) visit(file);
  visit(join(assets, home));
  // A script that is loaded on demand brings the styles that the loader lists beside it.
  const loader = [...found].map(file => readFileSync(file, 'utf8')).find(text => text.includes('__vite__mapDeps'));
  const listed = /m\.f=(\[[^\]]*\])/.exec(loader ?? '')?.[1];
  const order = listed ? JSON.parse(listed).map(path => basename(path)) : [];
  const call = new RegExp(`import\\([^)]*${home.replaceAll('.', '\\.')}[^)]*\\)[^\\]]*__vite__mapDeps\\(\\[([\\d,]*)\\]`).exec(
    loader ?? '',
  )?.[1];
  for (const index of (call ?? '').split(',').filter(text => text !== ''))
    if (order[Number(index)]) visit(join(assets, order[Number(index)]));
  return [...found].filter(file => existsSync(file));
}

async function bundled(entry, outDir) {
  await build({
    configFile: false,
    root: here('.'),
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rollupOptions: { input: here(`./peer/${entry}.mjs`) },
    },
  });
  return readdirSync(join(outDir, 'assets'))
    .filter(name => /\.(?:js|css)$/.test(name))
    .map(name => join(outDir, 'assets', name));
}

/** What goes over the line when a real browser opens the home page of the demo. */
async function inBrowser(folder) {
  const measures = ['requests in a browser', 'transferred in a browser'];
  const browser = findChromium();
  if (!browser) return measures.map(measure => notRun(measure, 'Rashin, home page', 'no Chromium found; name it in CHROMIUM'));
  const workspace = join(folder, 'workspace');
  rashin('demo', workspace);
  const server = await started(workspace);
  const { chromium } = await import('playwright-core');
  const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const page = await running.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const [kinds, bytes] = [new Map(), { files: 0, api: 0 }];
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
      kinds.set(requestId, new URL(request.url).pathname.startsWith('/api/') ? 'api' : 'files'),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[kinds.get(requestId) ?? 'files'] += encodedDataLength;
    });
    const answered = page.waitForResponse(response => new URL(response.url()).pathname.startsWith('/api/home'));
    await page.goto(server.address);
    await answered;
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(SETTLE_MS);
    const count = kind => [...kinds.values()].filter(found => found === kind).length;
    return ['files', 'api'].flatMap(kind => [
      single(measures[0], `Rashin, ${WHAT[kind]}`, count(kind), { unit: 'requests', better: 'less' }),
      single(measures[1], `Rashin, ${WHAT[kind]}`, bytes[kind] / 1000, { unit: 'kB', better: 'less' }),
    ]);
  } finally {
    await running.close();
    await server.stop();
  }
}

const WHAT = { files: 'page, scripts, styles, fonts, pictures', api: 'figures of the demo' };
