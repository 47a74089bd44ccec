import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Layer = 'core' | 'contract' | 'engine' | 'server' | 'cli' | 'web';

/** What each layer may import from the others. */
const MAY: Readonly<Record<Layer, readonly Layer[]>> = {
  core: [],
  contract: ['core'],
  engine: ['core'],
  server: ['core', 'contract', 'engine'],
  cli: ['core', 'contract', 'engine', 'server'],
  web: ['core', 'contract'],
};

/** The packages of a layer. Core's list is closed: pure, and small enough to be a library. */
const PACKAGES: Readonly<Record<Exclude<Layer, 'web'>, readonly string[]>> = {
  core: ['yaml', 'zod', 'temporal-polyfill', '@holiday-jp/holiday_jp'],
  contract: ['zod'],
  engine: [
    '@duckdb/node-api',
    'csv-parse',
    'encoding-japanese',
    'kysely',
    'libsql',
    'saxes',
    'temporal-polyfill',
    'yauzl',
    'zod',
  ],
  server: ['@hono/node-server', 'hono', 'zod'],
  cli: ['cli-table3', 'commander', 'picocolors'],
};

/** Layers that run in Node only. */
const IN_NODE: readonly Layer[] = ['engine', 'server', 'cli'];

interface SourceFile {
  readonly path: string;
  readonly layer: Layer;
  readonly lines: number;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly string[];
  /** Those that are there when the program runs. */
  readonly loads: readonly string[];
}

const files = sourceFiles();

test('[ARC-01] a layer imports only what lies below it', () => {
  const wrong = files.flatMap(file =>
    file.imports.flatMap(specifier => {
      const target = layerOf(specifier);
      return target && target !== file.layer && !MAY[file.layer].includes(target) ? [`${file.path} → ${specifier}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('[ARC-02] other layers are imported by name, the own one by its place, files with their ending', () => {
  const wrong = files.flatMap(file =>
    file.imports.flatMap(specifier => {
      if (layerOf(specifier) === file.layer) return [`${file.path} → ${specifier}: write it relative`];
      if (!specifier.startsWith('.') && !specifier.startsWith('#')) return [];
      if (specifier.startsWith('.') && !join('/', dirname(file.path), specifier).startsWith(`/src/${file.layer}/`)) {
        return [`${file.path} → ${specifier}: write #layer/…`];
      }
      return /\.(?:tsx?|css|svg|json)$/.test(specifier) ? [] : [`${file.path} → ${specifier}: write the ending`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('[ARC-03] each layer uses only its packages; core and contract run anywhere', () => {
  const builtin = new Set([...builtinModules, ...builtinModules.map(name => `node:${name}`)]);
  const web = Object.keys(packageOf('build').dependencies);
  const wrong = files.flatMap(file =>
    file.imports
      .filter(specifier => !specifier.startsWith('.') && !specifier.startsWith('#') && !specifier.startsWith('virtual:'))
      .filter(specifier => {
        if (builtin.has(specifier)) return !IN_NODE.includes(file.layer);
        const allowed = file.layer === 'web' ? web : PACKAGES[file.layer];
        return !allowed.includes(nameOf(specifier));
      })
      .map(specifier => `${file.path} → ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('[ARC-04] every package that is used is in package.json, in its exact version, and every one there is used', () => {
  const { dependencies } = packageOf('.');
  const used = new Set(files.filter(({ layer }) => layer !== 'web').flatMap(({ imports }) => imports.map(nameOf)));
  expect(Object.keys(dependencies).filter(name => !used.has(name))).toEqual([]);
  expect(Object.values(dependencies).filter(version => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('[ARC-05] core takes no clock, no chance and no process from its surroundings, and waits for nothing', () => {
  const ambient =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bconsole\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bglobalThis\b|\bcrypto\.|\basync\b|\bawait\b/;
  const wrong = files
    .filter(({ layer, path }) => layer === 'core' || (layer === 'contract' && !path.endsWith('client.ts')))
    .flatMap(({ path, code }) => {
      const found = ambient.exec(withoutTexts(code));
      return found ? [`${path}: ${found[0]}`] : [];
    });
  expect(wrong).toEqual([]);
});

test('[ARC-06] no file imports itself by a detour', () => {
  expect(cycles()).toEqual([]);
});

test('[ARC-07] files are named after ideas', () => {
  const wrong = files
    .map(({ path }) => path)
    .filter(path => /\/(?:utils?|helpers?|common|types|misc|index)\.tsx?$/.test(path) && path !== 'src/core/index.ts')
    .concat(files.map(({ path }) => path).filter(path => !/^src(?:\/[a-z0-9-]+)+(?:\.module)?\.tsx?$/.test(path)));
  expect(wrong).toEqual([]);
});

test('[ARC-08] files stay small; the largest are shown', () => {
  const sorted = files.toSorted((a, b) => b.lines - a.lines);
  const median = sorted[Math.floor(sorted.length / 2)]?.lines ?? 0;
  const largest = sorted.slice(0, 10).map(({ path, lines }) => `${String(lines).padStart(5)}  ${path}`);
  console.info(`${files.length} files, median ${median} lines; the largest:\n${largest.join('\n')}`);
  expect(median).toBeLessThanOrEqual(100);
});

function sourceFiles(): readonly SourceFile[] {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name))
    .map(name => {
      const path = join('src', name).replaceAll('\\', '/');
      const text = readFileSync(join(ROOT, path), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\w])\/\/.*$/gm, '$1');
      return {
        path,
        layer: path.split('/')[1] as Layer,
        lines: text.split('\n').length,
        code,
        imports: importsOf(code),
        loads: importsOf(withoutTypeImports(code)),
      };
    });
}

function withoutTypeImports(code: string): string {
  return code.replace(/^\s*(?:import|export)\s+type\b[^'"`;]*?\bfrom\s*['"][^'"]+['"];?/gm, '');
}

function importsOf(code: string): readonly string[] {
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map(match => match[1] ?? '');
}

function layerOf(specifier: string): Layer | undefined {
  const name = /^#(core|contract|engine|server|cli|web)\//.exec(specifier)?.[1];
  return name as Layer | undefined;
}

function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function packageOf(folder: string): { readonly dependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
}

/** Words inside texts are not code. */
function withoutTexts(code: string): string {
  return code
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '/ /');
}

/** Circles in the graph of what is loaded: each once, as the files on it. */
function cycles(): readonly string[] {
  const targets = new Map(files.map(file => [file.path, file.loads.flatMap(specifier => targetOf(file.path, specifier) ?? [])]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of targets.get(path) ?? []) visit(next, [...way, path]);
    state.set(path, 'done');
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative('/', join('/', dirname(from), specifier)).replaceAll('\\', '/');
  return layerOf(specifier) ? `src/${specifier.slice(1)}` : undefined;
}
