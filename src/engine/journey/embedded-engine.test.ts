import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agreeOnRandomCases, JOURNEY_KINDS } from '#test/journey/agree.ts';
import { EmbeddedJourneyEngine } from './embedded-engine.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function emptyEngine() {
  const folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
  folders.push(folder);
  return EmbeddedJourneyEngine.open({ folder });
}

test.each(JOURNEY_KINDS)(
  '[JRN-01] %s answers what the definition does',
  async kind => {
    const agreement = await agreeOnRandomCases(emptyEngine, { cases: 40, seed: 1, kinds: [kind], alone: 4 });
    expect(agreement.telling).toBeGreaterThan(8);
  },
  120_000,
);
