import { builtinModules } from 'node:module';
import { fileMeant, type Layer, layerOf, packageMeant, type SourceFile } from './source-file.ts';

/** What each layer may import from the others. */
const BELOW: Readonly<Record<Layer, readonly Layer[]>> = {
  core: [],
  contract: ['core'],
  engine: ['core'],
  server: ['core', 'contract', 'engine'],
  cli: ['core', 'contract', 'engine', 'server'],
  web: ['core', 'contract'],
};

/** The packages of a layer. Core's list is closed: pure, and small enough to be a library. `x/` means parts of a package only. */
const PACKAGES: Readonly<Record<Exclude<Layer, 'web'>, readonly string[]>> = {
  core: ['yaml', 'zod', 'temporal-polyfill/fns/', '@holiday-jp/holiday_jp'],
  contract: ['zod'],
  engine: [
    '@clickhouse/client',
    '@duckdb/node-api',
    'encoding-japanese',
    'kysely',
    'libsql',
    'mysql2',
    'pg',
    'saxes',
    'temporal-polyfill',
    'yauzl',
    'zod',
  ],
  server: ['@hono/node-server', 'hono', 'zod'],
  cli: ['cli-table3', 'commander', 'picocolors'],
};

const IN_NODE: readonly Layer[] = ['engine', 'server', 'cli'];

const NODE_MODULES = new Set([...builtinModules, ...builtinModules.map(name => `node:${name}`)]);

export function importsUpwards(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, layer, imports }) =>
    imports.flatMap(specifier => {
      const target = layerOf(specifier);
      if (!layer || !target || target === layer || BELOW[layer].includes(target)) return [];
      return [`${path} → ${specifier}`];
    }),
  );
}

export function importsWrittenWrong(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, layer, imports }) =>
    imports.flatMap(specifier => {
      if (!layer || !/^[.#]/.test(specifier)) return [];
      if (layerOf(specifier) === layer) return [`${path} → ${specifier}: write it relative`];
      if (specifier.startsWith('.') && !fileMeant(path, specifier)?.startsWith(`src/${layer}/`)) {
        return [`${path} → ${specifier}: write #layer/…`];
      }
      return /\.(?:tsx?|css|svg|json)$/.test(specifier) ? [] : [`${path} → ${specifier}: write the ending`];
    }),
  );
}

/** `forWeb`: what the browser's bundle may contain. */
export function foreignPackages(files: readonly SourceFile[], forWeb: readonly string[]): readonly string[] {
  return files.flatMap(({ path, layer, imports }) =>
    imports
      .filter(specifier => !/^(?:[.#]|virtual:)/.test(specifier))
      .filter(specifier => {
        if (!layer) return false;
        if (NODE_MODULES.has(specifier)) return !IN_NODE.includes(layer);
        const allowed = layer === 'web' ? forWeb : PACKAGES[layer];
        return !allowed.some(name => (name.endsWith('/') ? specifier.startsWith(name) : packageMeant(specifier) === name));
      })
      .map(specifier => `${path} → ${specifier}`),
  );
}

/** Core, and the contract but for its client, whose work is to wait. */
export function ambientInputs(files: readonly SourceFile[]): readonly string[] {
  const ambient =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b|\bprocess\b|\bconsole\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bglobalThis\b|\bcrypto\.|\blocalStorage\b|\bnavigator\b|\basync\b|\bawait\b|\bTemporal\.Now\b|\bNow\./;
  return files
    .filter(({ layer, path }) => layer === 'core' || (layer === 'contract' && !path.endsWith('/client.ts')))
    .flatMap(({ path, code }) => {
      const found = ambient.exec(code);
      return found ? [`${path}: ${found[0]}`] : [];
    });
}

/** Circles in the graph of what is loaded: each once, as the files on it. */
export function cycles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(files.map(({ path, loads }) => [path, loads.flatMap(specifier => fileMeant(path, specifier) ?? [])]));
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

export function badNames(files: readonly SourceFile[]): readonly string[] {
  return files
    .map(({ path }) => path)
    .filter(path => path.startsWith('src/') && path !== 'src/core/index.ts')
    .filter(
      path =>
        /\/(?:utils?|helpers?|common|types|misc|index)\.tsx?$/.test(path) ||
        !/^src(?:\/[a-z0-9-]+)+(?:\.test)?\.tsx?$/.test(path),
    );
}

/** Files that only hand on what others export. The library's entry is one by its nature. */
export function barrels(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && path !== 'src/core/index.ts')
    .filter(({ code }) => /^\s*export\s*(?:type\s*)?(?:\*|\{[^}]*\}\s*from\b)/m.test(code))
    .map(({ path }) => path);
}

export function defaultExports(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !/\.config\.ts$/.test(path))
    .filter(({ code }) => /^\s*export\s+default\b|\bas\s+default\b/m.test(code))
    .map(({ path }) => path);
}

/** Places where a rule against escapes may be switched off, and why. */
const ESCAPES: Readonly<Record<string, string>> = {
  'src/core/problem/problem.ts': 'a table holds messages of different parameter types',
};

/** Ways around the compiler. That `any` and `!` are refused is the linter's work; that nobody tells it to be quiet, this one's. */
export function escapes(files: readonly SourceFile[]): readonly string[] {
  const inCode = /\bas\s+unknown\s+as\b|\bas\s+any\b|<any>|:\s*any\b/;
  const inText =
    /^\s*(?:\/\/|\/?\*+)\s*@ts-(?:ignore|expect-error|nocheck)|biome-ignore(?:-all|-start)? lint\/(?:suspicious\/noExplicitAny|style\/noNonNullAssertion|nursery\/noFloatingPromises|style\/noDefaultExport)/m;
  return files
    .filter(({ path }) => !(path in ESCAPES))
    .flatMap(({ path, code, text }) => {
      const found = inCode.exec(code) ?? inText.exec(text);
      return found ? [`${path}: ${found[0].trim()}`] : [];
    });
}

/** Files of the proof that bring both sides together. */
function isComparison(path: string): boolean {
  return /^test\/proof\/(?:.+\.test|catalogue|tree-proof|proof-entry)\.ts$/.test(path);
}

/** What writes random plans and works them out a second time must not know how the product does it; only the comparison may. */
export function dependentProofs(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith('test/proof/') && !isComparison(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(specifier => {
          const file = fileMeant(path, specifier) ?? '';
          return file.startsWith('src/') || isComparison(file);
        })
        .map(specifier => `${path} → ${specifier}`),
    );
}
