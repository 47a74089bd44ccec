import { type PlanReview, reviewOf } from '#core/lint/review-plan.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { textHash } from '../ledger/content-hash.ts';
import type { IndexedNode, IndexNodes } from '../ledger/node-index.ts';
import type { PlanTexts } from '../ledger/plan-version-store.ts';
import type { App } from './app.ts';

/** A plan's texts checked with the metrics of the workspace; once per text. `key`: names the definitions it is checked with. */
export function checkedPlan(app: App, { yaml, sheet }: PlanTexts, catalogue: Catalogue, key: string): PlanCheck {
  return app.cache.value(`check ${key} ${textHash(yaml)} ${textHash(sheet)}`, () => checkPlan({ yaml, sheet }, catalogue));
}

/** The same held against every rule: what people are shown of a plan. [LNT-02] */
export function reviewedPlan(app: App, texts: PlanTexts, catalogue: Catalogue, key: string): PlanReview {
  const { yaml, sheet } = texts;
  return app.cache.value(`review ${key} ${textHash(yaml)} ${textHash(sheet)}`, () =>
    reviewOf(checkedPlan(app, texts, catalogue, key), catalogue),
  );
}

/** Reads the index of a version's nodes. */
export function planIndexer(catalogue: Catalogue): IndexNodes {
  return ({ yaml, sheet }) => {
    const parsed = parsePlan({ yaml, sheet }, catalogue);
    return parsed.ok ? [...nodesOf(parsed.value.plan), ...factorsOf(parsed.value.plan)] : [];
  };
}

/** Names every definition a plan was checked with, so that one can see whether they have changed since. */
export function definitionsHash({ nodes }: Plan): string {
  const used = [...nodes.values()].flatMap(({ metric }) => (metric ? [JSON.stringify(metric)] : []));
  return textHash(used.toSorted().join('\n'));
}

function nodesOf({ nodes }: Plan): readonly IndexedNode[] {
  return [...nodes.values()].map(({ id, role, metric, owner, name }) => ({
    node: id,
    kind: role,
    metric: metric?.id ?? null,
    owner: owner ?? null,
    name,
  }));
}

function factorsOf({ factors }: Plan): readonly IndexedNode[] {
  return [...factors.values()].map(({ id, owner, name }) => ({
    node: id,
    kind: 'factor',
    metric: null,
    owner: owner ?? null,
    name,
  }));
}
