import { referencesOf } from '#core/formula/ast.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import type { Text } from '#core/text/text.ts';
import { listDrafts, readDraft } from '../ledger/draft-store.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { latestVersion, type PlanTexts } from '../ledger/plan-version-store.ts';
import type { App } from './app.ts';
import type { MetricDefinitions } from './metric-definitions.ts';

/** Names of what uses a metric of the workspace's own: plans and drafts, formulas and partners of other metrics, its measurement. [CAT-O3] */
export async function ownMetricUsers(app: App, known: MetricDefinitions, id: string): Promise<readonly Text[]> {
  const { entries, metrics } = known.definitions;
  const users: Text[] = [];
  for (const { id: other, name, formula, pair, guardrail, follows } of [...entries.values(), ...newest(known)]) {
    const named = [...(formula ? referencesOf(formula) : []), pair, guardrail, follows?.metric];
    if (other !== id && named.includes(id)) users.push(name);
  }
  const measured = metrics.get(id)?.versions.at(-1);
  if (measured) users.push({ ja: `データの定義「${id}」`, en: `the measurement of ${id}` });
  const { db } = app.workspace.ledger;
  for (const { id: plan, name } of await listPlans(db)) {
    const texts: (PlanTexts | undefined)[] = [await latestVersion(db, plan)];
    for (const { member } of await listDrafts(db, plan)) texts.push(await readDraft(db, plan, member));
    if (texts.some(one => one && uses(one, known, id))) users.push(name);
  }
  return [...new Map(users.map(user => [user.ja, user])).values()];
}

function newest({ definitions }: MetricDefinitions) {
  return [...definitions.metrics.values()].flatMap(({ versions }) => versions.at(-1)?.metric ?? []);
}

/** A text that is no plan at the moment counts as one that uses everything it names. */
function uses(texts: PlanTexts, { catalogue }: MetricDefinitions, id: string): boolean {
  const read = parsePlan(texts, catalogue);
  if (!read.ok) return texts.yaml.includes(id);
  const { nodes } = read.value.plan;
  return [...nodes.values()].some(
    ({ id: node, metric, equals }) =>
      node === id || metric?.id === id || (equals !== undefined && referencesOf(equals).includes(id)),
  );
}
