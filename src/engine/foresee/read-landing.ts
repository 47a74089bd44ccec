import type { Landing } from '#core/foresee/landing.ts';
import { DEFAULT_DRAWS } from '#core/foresee/simulation.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { foresee } from './foresee-thread.ts';
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

/** Where a plan will land; worked out once for everybody who asks the same. [LND-20] */
export async function readLanding(app: App, stage: PlanStage, asked: LandingAsked): Promise<LandingRead> {
  const key = `landing ${stage.key} ${asked.seed} ${asked.draws ?? DEFAULT_DRAWS}`;
  return app.cache.shared(key, async () => {
    const { input, problems } = await readForesight(app, stage, asked);
    const answer = await foresee({ do: 'landing', input });
    if (answer.did !== 'landing') throw new Error('an answer to another request');
    const { landing } = answer;
    return { landing, pipeline: await readPipeline(app, stage, landing), problems };
  });
}
