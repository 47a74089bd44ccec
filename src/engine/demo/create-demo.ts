import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Catalogue } from '#core/metric/catalogue.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { openApp } from '../app/open-app.ts';
import { guardFile } from '../workspace/file-failure.ts';
import { writeDescription } from '../workspace/workspace-description.ts';
import type { WorkspaceEffects } from '../workspace/workspace-effects.ts';
import { workspaceFailure } from '../workspace/workspace-messages.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { DEMO_NOW, day } from './demo-days.ts';
import { demoSteps } from './demo-steps.ts';
import { COMPANY } from './people.ts';
import type { Step } from './step.ts';
import { StoryClock } from './story-clock.ts';

export interface DemoOptions {
  /** The product's own metrics and things. */
  readonly catalogue: Catalogue;
  readonly onProgress?: (progress: DemoProgress) => void;
}

export interface DemoProgress {
  readonly doing: Text;
  /** Share done, 0 to 1. */
  readonly share: number;
}

/**
 * Makes the workspace of the demo company in a folder, as if its people had worked with it since March 2026: every file comes in
 * through the importer, every number is the product's own. [DMO-01, DMO-05]
 *
 * A workspace that is there already is left as it is; the answer says which it was. The folder appears when all is done: an attempt
 * that is cut short leaves nothing in it. Throws `EngineError` when the folder cannot be used.
 */
export async function createDemo(dir: string, effects: WorkspaceEffects, options: DemoOptions): Promise<'created' | 'exists'> {
  const target = resolve(dir);
  if (existsSync(workspacePaths(target).description)) return 'exists';
  refuseUnlessEmpty(target);
  removeLeftovers(target, effects.pid);
  const making = `${target}${MAKING}${effects.pid}`;
  try {
    await make(making, effects, options);
    guardFile(target, () => {
      rmSync(target, { recursive: true, force: true });
      renameSync(making, target);
    });
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return 'created';
}

const MAKING = '.making-';

async function make(dir: string, effects: WorkspaceEffects, { catalogue, onProgress }: DemoOptions): Promise<void> {
  const steps = demoSteps();
  const clock = new StoryClock(day('2026-03-24'));
  const app = await openApp(dir, { ...effects, now: clock.now }, { catalogue, createAs: COMPANY.ja });
  try {
    await tell(steps, app, clock, onProgress);
  } finally {
    await app.close();
  }
  const { name, createdAt, paths } = app.workspace;
  writeDescription(paths, { name, createdAt, clock: { at: DEMO_NOW, since: effects.now() } });
}

async function tell(steps: readonly Step[], app: App, clock: StoryClock, onProgress: DemoOptions['onProgress']): Promise<void> {
  const total = steps.reduce((sum, { weight }) => sum + weight, 0);
  let done = 0;
  for (const { on, time, doing, weight, act } of steps) {
    const tellShare = (share: number) => onProgress?.({ doing, share: (done + weight * share) / total });
    tellShare(0);
    clock.moveTo(on, time);
    await act(app, tellShare);
    done += weight;
  }
}

function refuseUnlessEmpty(dir: string): void {
  const [found] = existsSync(dir) ? readdirSync(dir) : [];
  if (found !== undefined) throw workspaceFailure('workspace-not-empty', { dir, found });
}

/** Attempts of processes that are gone; in a container each may have had the same number. */
function removeLeftovers(target: string, own: number): void {
  const [parent, start] = [dirname(target), `${basename(target)}${MAKING}`];
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (!name.startsWith(start)) continue;
    const pid = Number(name.slice(start.length));
    if (pid === own || !isRunning(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
