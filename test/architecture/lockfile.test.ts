import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const packages: Readonly<Record<string, Locked>> = lock.packages;
const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'] as const;

/** Packages whose work is done by a program made for each platform, and what those are called. */
const NATIVE: Readonly<Record<string, RegExp>> = {
  '@duckdb/node-bindings': /^@duckdb\/node-bindings-/,
  libsql: /^@libsql\//,
  rolldown: /^@rolldown\/binding-/,
  lightningcss: /^lightningcss-/,
  typescript: /^@typescript\/typescript-/,
  '@biomejs/biome': /^@biomejs\/cli-/,
  'oxc-parser': /^@oxc-parser\/binding-/,
};

/** What may become part of the product. */
const LICENCES = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Unlicense',
];

/** Tools that are run and never shipped; their licence, MPL-2.0, is about changed copies of their own files. */
const MPL_TOOLS = /^node_modules\/(?:lightningcss(?:-[\w-]+)?|axe-core|@axe-core\/playwright)$/;

/** Their program is for macOS only, or empty: chdb's keeps npm from compiling it. */
const EMPTY_SCRIPTS = /\/(?:fsevents|chdb)$/;

describe('[ARC-30] the lockfile serves every platform', () => {
  test.each(Object.entries(NATIVE))('%s has its program for each', (name, pattern) => {
    expect(packages[`node_modules/${name}`]?.version).toBeDefined();
    const parts = installed.filter(([path]) => pattern.test(path.replace(/^.*node_modules\//, '')));
    const without = PLATFORMS.filter(platform => {
      const [os = '', cpu = ''] = platform.split('-');
      return !parts.some(([, part]) => part.os?.includes(os) && part.cpu?.includes(cpu));
    });
    expect(without).toEqual([]);
  });

  test('nothing that a package may want on some platform is missing, which npm ci would refuse', () => {
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(name => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages))
        .map(name => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

test('[ARC-31] nothing that is needed to run or to test runs a program when it is installed', () => {
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(scripts.filter(path => !EMPTY_SCRIPTS.test(path))).toEqual([]);
});

test('[ARC-32] licences allow what is done with the packages', () => {
  const refused = installed.filter(([path, { license }]) => {
    if (license === 'MPL-2.0') return !MPL_TOOLS.test(path);
    const names = (license ?? 'none').replace(/[()]/g, '').split(' OR ');
    return !names.some(name => LICENCES.includes(name));
  });
  expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
