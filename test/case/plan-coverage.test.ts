import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtCli, runCli } from '../contract/built-cli.ts';

const PLAN = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
channels: [mail, sns]
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: ec }
kpis:
  impressions: { target: 10,000 per month, tags: { stage: awareness, channel: sns }, owner: ec }
  orders: { target: 100 per month, tags: { stage: conversion }, owner: ec }
`;

test('[CLI-33] [DES-50] the command line shows stages by channel, and names what is missing in both languages', async () => {
  const cli = await builtCli('cli');
  const folder = mkdtempSync(join(tmpdir(), 'rashin-coverage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, PLAN);
  const { code, out } = await runCli(cli, ['plan', 'coverage', file, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ gaps: ['interest', 'consideration', 'retention'], unwatched: ['mail'] });
  const english = (await runCli(cli, ['plan', 'coverage', file, '--lang', 'en'])).out;
  expect(english).toMatch(/^Channel +Awareness +Interest +Consideration +Conversion +Retention$/m);
  expect(english).toMatch(/^Social media +1 +− +− +− +−$/m);
  expect(english).toContain('No KPI shows the stage "Retention".');
  expect((await runCli(cli, ['plan', 'coverage', file, '--lang', 'ja'])).out).toContain('「メール」を使っているのに');
  writeFileSync(file, 'rashin: 1\nplan: [');
  expect((await runCli(cli, ['plan', 'coverage', file])).code).toBe(1);
}, 60_000);
