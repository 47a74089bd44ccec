import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { catalogueBeside } from './catalogue-beside.ts';
import type { Io } from './io.ts';

test('[CLI-10] metrics.yaml beside the plan adds to what the plan is read with, and its errors are told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-beside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines: string[] = [];
  const plain = (text: string) => text;
  const io: Io = {
    lang: 'ja',
    print: line => lines.push(line),
    note: line => lines.push(line),
    progress: undefined,
    colors: { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain },
    cwd: folder,
    env: {},
    readInput: async () => '',
  };
  const plan = join(folder, 'plan.yaml');
  expect(catalogueBeside(plan, EMPTY_CATALOGUE, io)).toBe(EMPTY_CATALOGUE);
  writeFileSync(join(folder, 'metrics.yaml'), 'entries:\n  kits: { name: 発送数, meaning: 数です。, unit: count }\n');
  expect(catalogueBeside(plan, EMPTY_CATALOGUE, io)?.metrics.get('kits')?.name.ja).toBe('発送数');
  expect(catalogueBeside('-', EMPTY_CATALOGUE, io)).toBe(EMPTY_CATALOGUE);
  writeFileSync(join(folder, 'metrics.yaml'), 'entries:\n  kits: { name: 発送率, meaning: 率です。, unit: ratio }\n');
  expect(catalogueBeside(plan, EMPTY_CATALOGUE, io)).toBeUndefined();
  expect(lines.join('\n')).toContain('分子と分母');
});
