import { expect, test } from 'vitest';
import { temporaryFolder, testEffects } from '#test/contract/ledger-fixture.ts';
import { type StandingClock, standingEffects } from './standing-clock.ts';
import { createWorkspace, openWorkspace } from './workspace.ts';
import { writeDescription } from './workspace-description.ts';
import type { WorkspaceEffects } from './workspace-effects.ts';

const world: WorkspaceEffects = { ...testEffects(), pid: 4711, host: 'here', wait: async () => {} };
const clock: StandingClock = { at: '2026-11-21T00:00:00.000Z', since: '2027-01-01T00:00:00.000Z' };

function at(real: string): string {
  return standingEffects({ ...world, now: () => real }, clock).now();
}

test('[WSP-11] a standing clock goes forward and never leaves its day', () => {
  const times = ['2026-01-01', '2027-01-01', '2027-01-02', '2027-02-01', '2028-01-01', '2099-01-01'].map(day =>
    at(`${day}T00:00:00.000Z`),
  );
  expect(times.toSorted()).toEqual(times);
  expect(times[0]).toBe(clock.at);
  expect(times.at(3)?.slice(0, 13)).toBe('2026-11-21T06');
  expect(times.at(-1)?.slice(0, 13)).toBe('2026-11-21T11');
  expect(new Set(times.slice(1)).size).toBe(times.length - 1);
});

test('[WSP-11] a workspace without one has the real time', () => {
  expect(standingEffects(world, undefined)).toBe(world);
});

test('[WSP-11] a workspace that stands still says so in workspace.json, and stamps its changes with that day', async () => {
  const dir = temporaryFolder();
  const made = await createWorkspace(dir, 'demo', world);
  await made.close();
  writeDescription(made.paths, { name: made.name, createdAt: made.createdAt, clock });
  const opened = await openWorkspace(dir, { ...world, now: () => '2030-05-05T00:00:00.000Z' });
  expect(opened.effects.now().slice(0, 10)).toBe('2026-11-21');
  expect(await opened.ledger.change('system', async change => change.at.slice(0, 10))).toBe('2026-11-21');
  await opened.close();
});
