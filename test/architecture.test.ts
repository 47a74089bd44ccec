import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  ambientInputs,
  badNames,
  barrels,
  cycles,
  defaultExports,
  dependentProofs,
  escapes,
  foreignPackages,
  importsUpwards,
  importsWrittenWrong,
} from './architecture/rules.ts';
import { packageMeant, type SourceFile, sourceFile } from './architecture/source-file.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const everything = [...filesIn('src'), ...filesIn('test'), ...filesIn('bench')];
const tests = everything.filter(({ path }) => path.endsWith('.test.ts') || path.endsWith('.test.tsx'));
/** What is shipped. */
const product = everything.filter(file => file.path.startsWith('src/') && !tests.includes(file) && !file.path.endsWith('.d.ts'));

test('[ARC-01] a layer imports only what lies below it', () => {
  expect(importsUpwards(product)).toEqual([]);
});

test('[ARC-02] other layers are imported by name, the own one by its place, files with their ending', () => {
  expect(importsWrittenWrong(product)).toEqual([]);
});

test('[ARC-03] each layer uses only its packages; core and contract run anywhere', () => {
  expect(foreignPackages(product, Object.keys(packageOf('build').dependencies))).toEqual([]);
});

test('[ARC-04] every package that is used is in package.json, in its exact version, and every one there is used', () => {
  const { dependencies } = packageOf('.');
  const used = new Set(product.filter(({ layer }) => layer !== 'web').flatMap(({ imports }) => imports.map(packageMeant)));
  expect(Object.keys(dependencies).filter(name => !used.has(name))).toEqual([]);
  const versions = [packageOf('.'), packageOf('build')].flatMap(manifest => [
    ...Object.values(manifest.dependencies),
    ...Object.values(manifest.devDependencies ?? {}),
  ]);
  expect(versions.filter(version => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('[ARC-05] core takes no clock, no chance and no process from its surroundings, and waits for nothing', () => {
  expect(ambientInputs(product)).toEqual([]);
});

test('[ARC-06] no file imports itself by a detour', () => {
  expect(cycles(product)).toEqual([]);
});

test('[ARC-07] files are named after ideas', () => {
  expect(badNames(everything.filter(({ path }) => !path.endsWith('.d.ts')))).toEqual([]);
});

test('[ARC-08] files stay small; the largest are shown', () => {
  const sorted = product.toSorted((a, b) => b.lines - a.lines);
  const median = sorted[Math.floor(sorted.length / 2)]?.lines ?? 0;
  const largest = sorted.slice(0, 10).map(({ path, lines }) => `${String(lines).padStart(5)}  ${path}`);
  console.info(`${product.length} files, median ${median} lines; the largest:\n${largest.join('\n')}`);
  expect(median).toBeLessThanOrEqual(100);
});

test('[ARC-09] one way to a thing: no default exports, no files that hand on the exports of others', () => {
  expect(defaultExports(everything)).toEqual([]);
  expect(barrels(everything)).toEqual([]);
});

test('[ARC-10] the compiler is believed: no any, no detours over unknown, nobody tells compiler or linter to be quiet', () => {
  expect(escapes(everything.filter(({ path }) => !path.startsWith('test/architecture')))).toEqual([]);
  const { rules } = jsonOf('biome.json').linter;
  expect(rules.suspicious.noExplicitAny).toBe('error');
  expect(rules.style.noNonNullAssertion).toBe('error');
  expect(rules.style.noDefaultExport).toBe('error');
  expect(rules.nursery.noFloatingPromises).toBe('error');
  const { compilerOptions } = jsonOf('tsconfig.base.json');
  for (const option of ['strict', 'exactOptionalPropertyTypes', 'noUncheckedIndexedAccess'])
    expect(compilerOptions, option).toHaveProperty(option, true);
});

test('[ARC-11] what proves the arithmetic of plans shares no code with it', () => {
  expect(filesIn('test/proof').length).toBeGreaterThan(5);
  expect(dependentProofs(everything)).toEqual([]);
});

function filesIn(folder: string): readonly SourceFile[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map(name => `${folder}/${name}`.replaceAll('\\', '/'))
    .map(path => sourceFile(path, readFileSync(join(ROOT, path), 'utf8')));
}

function jsonOf(file: string) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

function packageOf(folder: string): {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
} {
  return jsonOf(join(folder, 'package.json'));
}
