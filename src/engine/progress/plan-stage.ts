import type { Day } from '#core/calendar/day.ts';
import type { Knowledge } from '#core/measure/question.ts';
import type { Arithmetic } from '#core/plan/arithmetic.ts';
import type { ParsedPlan } from '#core/plan/build-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { checkedPlan } from '../app/checked-plan.ts';
import { versionAsked } from '../app/plan-version-asked.ts';
import { textHash } from '../ledger/content-hash.ts';
import { findPlan } from '../ledger/plan-store.ts';
import { latestVersion, type PlanTexts, type PlanVersion } from '../ledger/plan-version-store.ts';
import { type Known, knowledgeOf, knownAt } from '../query/knowledge.ts';
import { lastDay } from './last-day.ts';
import { type NodeSources, nodeSources } from './node-sources.ts';

/** What is needed to tell where a plan's nodes stand, whatever of it is shown. */
export interface PlanStage {
  readonly known: Known;
  readonly version: PlanVersion;
  readonly parsed: ParsedPlan;
  readonly plan: Plan;
  readonly arithmetic: Arithmetic;
  readonly sources: NodeSources;
  readonly to: Day;
  /** With the plan's own formulas, cut at the last day. */
  readonly knowledge: Knowledge;
  /** Names the knowledge in keys of answers. */
  readonly key: string;
}

export type Staged =
  | { readonly kind: 'staged'; readonly stage: PlanStage }
  | { readonly kind: 'missing'; readonly what: 'plan' | 'version' }
  /** The version can no longer be read with the definitions of today. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface StageAsked {
  readonly plan: string;
  /** Last day that counts; the last one for which the sources have arrived when absent. */
  readonly to?: Day | undefined;
  readonly asKnown?: Day | undefined;
  readonly version?: string | undefined;
}

/** Makes a plan ready to be looked at on a day. */
export async function stagePlan(app: App, asked: StageAsked): Promise<Staged> {
  const known = await knownAt(app, asked.asKnown);
  if (!(await findPlan(app.workspace.ledger.db, asked.plan))) return { kind: 'missing', what: 'plan' };
  const version = await versionAsked(app, asked.plan, { version: asked.version, asKnown: known.asKnown });
  if (!version) return { kind: 'missing', what: 'version' };
  return staged(app, known, version, `${version.plan}@${version.number}`, asked.to);
}

/** Makes texts that are not published ready in the same way, as what the plan's next version would be. */
export async function stageTexts(app: App, plan: string, texts: PlanTexts, to?: Day): Promise<Staged> {
  const known = await knownAt(app);
  if (!(await findPlan(app.workspace.ledger.db, plan))) return { kind: 'missing', what: 'plan' };
  const newest = await latestVersion(app.workspace.ledger.db, plan);
  const base = newest?.number ?? 0;
  const unsaid = { author: '', reason: '', definitionsHash: '', effectiveFrom: known.today, publishedAt: known.asKnown ?? '' };
  const version: PlanVersion = { ...texts, plan, number: base + 1, base, ...unsaid };
  return staged(app, known, version, `${plan} ${textHash(texts.yaml)} ${textHash(texts.sheet)}`, to);
}

function staged(app: App, known: Known, version: PlanVersion, name: string, wanted: Day | undefined): Staged {
  const { catalogue, definitions } = known.metrics;
  const { parsed, arithmetic, problems } = checkedPlan(app, version, catalogue, known.key);
  if (!parsed || !arithmetic) return { kind: 'refused', problems };
  const sources = nodeSources(parsed.plan, definitions, catalogue);
  const datasets = new Set([...sources.byNode.values()].flatMap(source => source.datasets));
  const to = wanted ?? lastDay(datasets, known.live, known.today);
  const knowledge: Knowledge = {
    ...knowledgeOf(known, to),
    definitions: sources.definitions,
    calendar: parsed.plan.calendar,
  };
  const key = `${known.key} ${name} to ${to}`;
  const stage = { known, version, parsed, plan: parsed.plan, arithmetic, sources, to, knowledge, key };
  return { kind: 'staged', stage };
}
