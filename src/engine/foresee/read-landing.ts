import { setImmediate } from 'node:timers/promises';
import { type Landing, landingOf } from '#core/foresee/landing.ts';
import { DEFAULT_DRAWS, Simulation } from '#core/foresee/simulation.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readForesight } from './read-foresight.ts';
import { type PipelineRead, readPipeline } from './read-pipeline.ts';

export interface LandingRead {
  readonly landing: Landing;
  readonly pipeline: PipelineRead;
  readonly problems: readonly Problem[];
}

export interface LandingAsked {
  readonly seed: number;
  readonly draws?: number;
}

/** Blocks of draws run no longer than this at a time, so that others are answered in between. */
const SLICE_MS = 15;

/** Where a plan will land; worked out once for everybody who asks the same. [LND-20] */
export async function readLanding(app: App, stage: PlanStage, asked: LandingAsked): Promise<LandingRead> {
  const key = `landing ${stage.key} ${asked.seed} ${asked.draws ?? DEFAULT_DRAWS}`;
  return app.cache.shared(key, async () => {
    const { input, problems } = await readForesight(app, stage, asked);
    await setImmediate();
    const simulation = new Simulation(input);
    for (let more = true; more; ) {
      await setImmediate();
      const until = performance.now() + SLICE_MS;
      do more = simulation.step();
      while (more && performance.now() < until);
    }
    await setImmediate();
    const landing = landingOf(simulation);
    return { landing, pipeline: await readPipeline(app, stage, landing), problems };
  });
}
