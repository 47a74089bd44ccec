import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sentenceFrom } from '#core/problem/problem.ts';
import { clickHouseMessages } from './clickhouse-messages.ts';
import { clickHouseSetting } from './clickhouse-setting.ts';
import { placeOfJourneys } from './place-of-journeys.ts';

const RIGHT = { journeys: 'clickhouse', shards: ['https://clickhouse.example.com:8443'], user: 'rashin' };

test('[JRN-90] a setting has defaults, and its password comes from the environment', () => {
  expect(clickHouseSetting(RIGHT, { RASHIN_CLICKHOUSE_PASSWORD: 'secret' }, 'Shop')).toMatchObject({
    ok: true,
    value: { shards: RIGHT.shards, user: 'rashin', password: 'secret', database: 'rashin', workspace: 'Shop', seconds: 60 },
  });
});

test.each([
  ['journeys', { ...RIGHT, journeys: 'duckdb' }],
  ['shards', { ...RIGHT, shards: [] }],
  ['shards', { ...RIGHT, shards: ['clickhouse.example.com'] }],
  ['shards', { ...RIGHT, shards: ['https://rashin:secret@clickhouse.example.com'] }],
  ['user', { ...RIGHT, user: undefined }],
  ['database', { ...RIGHT, database: 'a`; DROP TABLE b' }],
  ['seconds', { ...RIGHT, seconds: 0 }],
  ['memoryBytes', { ...RIGHT, memoryBytes: 1024 }],
  ['password', { ...RIGHT, password: 'secret' }],
])('[JRN-90] what is wrong with %s is told in both languages', (key, value) => {
  const read = clickHouseSetting(value, {}, 'Shop');
  expect(read.ok).toBe(false);
  expect(read.problems.map(({ at }) => at)).toEqual([[key]]);
  for (const lang of ['ja', 'en'] as const)
    expect(read.problems.map(problem => sentenceFrom(clickHouseMessages, problem, lang)).join()).toContain(key);
});

test('[JRN-90] without the file journeys stay in the workspace; a file that cannot be read is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-place-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sources = { file: join(folder, 'journeys.json'), folder: join(folder, 'journeys'), workspace: 'Shop', environment: {} };
  expect((await placeOfJourneys(sources)).folder).toBe(sources.folder);
  writeFileSync(sources.file, '{ journeys');
  await expect(placeOfJourneys(sources)).rejects.toMatchObject({
    code: 'clickhouse-setting-file',
    params: { file: sources.file },
  });
  writeFileSync(sources.file, JSON.stringify(RIGHT));
  expect((await placeOfJourneys(sources)).folder).toBe(`${sources.folder}.clickhouse`);
});
