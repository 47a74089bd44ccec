import { describe, expect, test } from 'vitest';
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
} from './rules.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

type Rule = (files: readonly SourceFile[]) => readonly string[];

/** One made-up source for each way to break a rule. */
const BROKEN: readonly (readonly [id: string, rule: Rule, path: string, text: string])[] = [
  ['ARC-01', importsUpwards, 'src/core/plan/a.ts', `import { open } from '#engine/app/open-app.ts';`],
  ['ARC-01', importsUpwards, 'src/web/plan/a.ts', `import type { App } from '#engine/app/app.ts';`],
  ['ARC-01', importsUpwards, 'src/engine/a.ts', `export const late = () => import('#server/listen.ts');`],
  ['ARC-01', importsUpwards, 'src/contract/a.ts', `import {\n  type One,\n  two,\n} from '#server/two.ts';`],
  ['ARC-02', importsWrittenWrong, 'src/core/plan/a.ts', `import { b } from '#core/plan/b.ts';`],
  ['ARC-02', importsWrittenWrong, 'src/server/a.ts', `import { b } from '../core/plan/b.ts';`],
  ['ARC-02', importsWrittenWrong, 'src/server/a.ts', `import { b } from './b';`],
  ['ARC-03', foreign, 'src/core/a.ts', `import { readFileSync } from 'node:fs';`],
  ['ARC-03', foreign, 'src/contract/a.ts', `import { join } from 'path';`],
  ['ARC-03', foreign, 'src/core/a.ts', `import { Temporal } from 'temporal-polyfill';`],
  ['ARC-03', foreign, 'src/core/a.ts', `import { Database } from 'libsql';`],
  ['ARC-03', foreign, 'src/web/a.ts', `import { z } from 'zod';`],
  ['ARC-03', foreign, 'src/web/a.ts', `import 'node:fs';`],
  ['ARC-05', ambientInputs, 'src/core/a.ts', 'export const now = () => Date.now();'],
  ['ARC-05', ambientInputs, 'src/core/a.ts', 'export const now = () => new Date();'],
  ['ARC-05', ambientInputs, 'src/core/a.ts', 'export const dice = Math.random;'],
  ['ARC-05', ambientInputs, 'src/core/a.ts', 'export const zone = process.env.TZ;'],
  ['ARC-05', ambientInputs, 'src/core/a.ts', 'export async function later() {}'],
  ['ARC-05', ambientInputs, 'src/contract/a.ts', 'export const text = `at $' + '{Date.now()}`;'],
  ['ARC-06', cycles, 'src/core/a.ts', `import { a } from './a.ts';`],
  ['ARC-07', badNames, 'src/core/utils.ts', ''],
  ['ARC-07', badNames, 'src/engine/index.ts', ''],
  ['ARC-07', badNames, 'src/web/plan/TreePage.tsx', ''],
  ['ARC-09', defaultExports, 'src/core/a.ts', 'export default function a() {}'],
  ['ARC-09', defaultExports, 'src/core/a.ts', 'const a = 1;\nexport { a as default };'],
  ['ARC-09', barrels, 'src/core/a.ts', `export * from './b.ts';`],
  ['ARC-09', barrels, 'src/core/a.ts', `export type {\n  B,\n} from './b.ts';`],
  ['ARC-10', escapes, 'src/core/a.ts', 'export const a = (b: string) => b as unknown as number;'],
  ['ARC-10', escapes, 'src/core/a.ts', 'export const a = (b: any) => b;'],
  ['ARC-10', escapes, 'src/core/a.ts', 'export const a = new Set<any>();'],
  ['ARC-10', escapes, 'src/core/a.ts', '// @ts-ignore\nexport const a: number = "1";'],
  ['ARC-10', escapes, 'test/a.test.ts', '  // @ts-expect-error: it is wrong\nexport const a: number = "1";'],
  ['ARC-10', escapes, 'src/core/a.ts', '// biome-ignore lint/style/noNonNullAssertion: it is there\nexport const a = b!;'],
  ['ARC-11', dependentProofs, 'test/proof/plan-evaluator.ts', `import { add } from '#core/number/add.ts';`],
  ['ARC-11', dependentProofs, 'test/proof/plan-evaluator.ts', `import { add } from '../../src/core/number/add.ts';`],
  ['ARC-11', dependentProofs, 'test/proof/plan-generator.ts', `import { catalogue } from './catalogue.ts';`],
];

describe('the rules find what breaks them', () => {
  test.each(BROKEN)('[%s] %o in %s: %s', (_, rule, path, text) => {
    expect(rule([sourceFile(path, text)])).toHaveLength(1);
  });

  test('[ARC-06] a circle over three files, once', () => {
    const files = [
      sourceFile('src/core/plan/a.ts', `import { b } from './b.ts';`),
      sourceFile('src/core/plan/b.ts', `import { c } from '../c.ts';`),
      sourceFile('src/core/c.ts', `export const c = () => import('./plan/a.ts');`),
    ];
    expect(cycles(files)).toEqual(['src/core/plan/a.ts → src/core/plan/b.ts → src/core/c.ts → src/core/plan/a.ts']);
  });
});

/** Sources that are as they should be, and look a little as if they were not. */
const FINE: readonly (readonly [id: string, rule: Rule, path: string, text: string])[] = [
  ['ARC-01', importsUpwards, 'src/cli/a.ts', `import { open } from '#engine/app/open-app.ts';`],
  ['ARC-01', importsUpwards, 'src/core/a.ts', `// import { open } from '#engine/app/open-app.ts';\nexport const a = 1;`],
  ['ARC-02', importsWrittenWrong, 'src/web/plan/a.ts', `import style from './a.module.css';\nimport { b } from '../ui/b.tsx';`],
  ['ARC-03', foreign, 'src/core/a.ts', `import { create } from 'temporal-polyfill/fns/PlainDateTime';`],
  ['ARC-03', foreign, 'src/web/a.ts', `import { lineChart } from 'echarts/charts';`],
  ['ARC-05', ambientInputs, 'src/core/a.ts', `/** Not Date.now(). */\nexport const a = 'await Date.now()'; // process.exit`],
  ['ARC-05', ambientInputs, 'src/engine/a.ts', 'export const now = () => Date.now();'],
  ['ARC-06', cycles, 'src/core/a.ts', `import type { A } from './a.ts';`],
  ['ARC-07', badNames, 'src/web/plan/tree-page.tsx', ''],
  ['ARC-09', barrels, 'src/core/a.ts', `import { b } from './b.ts';\nexport const a = { b };`],
  ['ARC-10', escapes, 'src/core/a.ts', `export const a = (b: unknown) => b as number; // any: not any at all`],
  ['ARC-11', dependentProofs, 'test/proof/verdict.test.ts', `import { checkPlan } from '#core/plan/check-plan.ts';`],
];

describe('and nothing else', () => {
  test.each(FINE)('[%s] %o in %s: %s', (_, rule, path, text) => {
    expect(rule([sourceFile(path, text)])).toEqual([]);
  });
});

function foreign(files: readonly SourceFile[]): readonly string[] {
  return foreignPackages(files, ['echarts', 'react']);
}
