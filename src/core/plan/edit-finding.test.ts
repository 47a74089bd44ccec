import { expect, test } from 'vitest';
import { applyPatch } from './edit.ts';
import { addFinding } from './edit-finding.ts';
import { readSource } from './source.ts';

const FINDING = { says: 'Fast calls: more meetings', on: '2026-11-21', analysis: 'leaving?window=5' };
const WRITTEN = '{ says: "Fast calls: more meetings", on: 2026-11-21, analysis: leaving?window=5 }';

test.each([
  ['a bare name', 'a: { supports: b }', `a: { supports: [{ to: b, findings: [${WRITTEN}] }] }`],
  ['a name in a list', 'a: { supports: [c, b] }', `a: { supports: [c, { to: b, findings: [${WRITTEN}] }] }`, 1],
  ['a map in flow style', 'a: { supports: [{ to: b }] }', `a: { supports: [{ to: b, findings: [${WRITTEN}] }] }`],
  [
    'a block that has one already',
    `a:\n    supports:\n      - to: b\n        findings: [{ says: old, on: 2026-01-01 }]\n        belief: weak # so far`,
    `a:\n    supports:\n      - to: b\n        findings: [{ says: old, on: 2026-01-01 }, ${WRITTEN}]\n        belief: weak # so far`,
  ],
  [
    'a list in block style',
    `a:\n    supports:\n      - to: b\n        findings:\n          - says: old\n            on: 2026-01-01\n    owner: x`,
    `a:\n    supports:\n      - to: b\n        findings:\n          - says: old\n            on: 2026-01-01\n          - ${WRITTEN}\n    owner: x`,
  ],
])('[JNY-13] a finding is written onto %s, and everything else stays', (_, before, after, index = 0) => {
  expect(written(before, index)).toBe(`kpis:\n  ${after}\n`);
});

test('[JNY-13] no influence, no finding', () => {
  expect(written('a: { target: 1 }', 0)).toBeUndefined();
  expect(written('a: { supports: [b] }', 1)).toBeUndefined();
});

function written(kpi: string, index: number): string | undefined {
  const text = `kpis:\n  ${kpi}\n`;
  const source = readSource(text);
  const patch = source.ok ? addFinding(source.value, ['kpis', 'a'], index, FINDING) : undefined;
  return patch && applyPatch(text, patch);
}
