import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { agreeOnRandomCases, JOURNEY_KINDS } from './agree.ts';
import { agreeOnMicroCases } from './micro-cases.ts';
import { restlessEngine } from './restless-engine.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))));

test('[JRN-01] the embedded engine answers the cases worked by hand', async () => {
  await agreeOnMicroCases(() => restlessEngine(folders));
});

test.each(JOURNEY_KINDS)('[JRN-01] %s of the embedded engine is what the definition says, 2,000 times', async kind => {
  const agreement = await agreeOnRandomCases(() => restlessEngine(folders), { cases: 2_000, seed: 20_261_122, kinds: [kind] });
  expect(agreement.questions).toBeGreaterThanOrEqual(2_000);
  expect(agreement.telling).toBeGreaterThan(500);
});
