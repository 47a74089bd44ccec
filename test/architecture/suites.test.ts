import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SUITES } from '../suites.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('[ARC-20] every test file is run by exactly one suite, and every suite has tests', () => {
  const files = ['src', 'test', 'bench', 'build'].flatMap(folder => testFilesIn(folder));
  const suites = Object.entries(SUITES).map(([name, patterns]) => ({ name, patterns: patterns.map(patternOf) }));
  const suitesOf = (file: string) => suites.filter(({ patterns }) => patterns.some(pattern => pattern.test(file)));
  expect(files.filter(file => suitesOf(file).length !== 1)).toEqual([]);
  const used = new Set(files.flatMap(suitesOf).map(({ name }) => name));
  expect(Object.keys(SUITES).filter(name => !used.has(name))).toEqual([]);
});

test('[ARC-21] no test is left out or run alone; what a machine cannot do is left out by skipIf', () => {
  const files = ['src', 'test'].flatMap(folder => testFilesIn(folder));
  const set = /\b(?:test|it|describe)(?:\.each\([^)]*\))?\.(?:only|skip|todo|fails)\b/;
  expect(files.filter(file => set.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

function testFilesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map(name => `${folder}/${name}`.replaceAll('\\', '/'));
}

/** The suites are written with `*`, `**` and `{a,b}`. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.+/)?')
    .replace(/(?<!\.)\*/g, '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`);
}
