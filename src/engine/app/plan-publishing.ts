import type { Day } from '#core/calendar/day.ts';
import type { PlanCheck } from '#core/plan/check-plan.ts';
import { isPublishable } from '#core/plan/publishable.ts';
import { messages, problemsOf } from '#core/problem/problem.ts';
import type { Text } from '#core/text/text.ts';
import type { Change } from '../ledger/change.ts';
import { readDraft } from '../ledger/draft-store.ts';
import { changePlan } from '../ledger/plan-store.ts';
import { latestVersion, type PlanTexts } from '../ledger/plan-version-store.ts';
import { type Published, publishPlan } from '../ledger/publish-plan.ts';
import { knownAt } from '../query/knowledge.ts';
import type { App } from './app.ts';
import { checkedPlan, definitionsHash, planIndexer } from './checked-plan.ts';

export const publishMessages = messages({
  'publish-nothing': {
    severity: 'error',
    ja: () => '公開する下書きがありません。',
    en: () => 'There is no draft to publish.',
  },
  'publish-other-plan': {
    severity: 'error',
    ja: (p: { plan: string; found: string }) =>
      `本文の plan は「${p.found}」ですが、公開先の計画は「${p.plan}」です。本文の plan を「${p.plan}」に直すか、新しい計画として作成してください。`,
    en: (p: { plan: string; found: string }) =>
      `The text says plan: ${p.found}, but it is to be published as "${p.plan}". Correct it, or create a new plan.`,
  },
});

const problem = problemsOf(publishMessages);

export interface Publishing {
  readonly plan: string;
  readonly reason: string;
  /** The acting member's draft when absent. */
  readonly texts?: PlanTexts & { readonly base: number };
  readonly effectiveFrom?: Day;
  readonly name?: Text;
  /** What is written together with the version, or not at all. */
  readonly together?: (change: Change, version: number) => Promise<void>;
}

export interface PublishingResult {
  readonly published: Published;
  readonly check: PlanCheck | undefined;
  readonly texts: PlanTexts | undefined;
}

/** Makes a new version of a plan; refused while its texts have errors; see `isPublishable`. [LED-10] */
export async function publish(app: App, by: string, publishing: Publishing): Promise<PublishingResult> {
  const { plan, reason, name } = publishing;
  const { db } = app.workspace.ledger;
  const texts = publishing.texts ?? (await readDraft(db, plan, by));
  if (!texts) return { published: { kind: 'refused', problems: [problem('publish-nothing', {})] }, check: undefined, texts };
  const known = await knownAt(app);
  const check = checkedPlan(app, texts, known.metrics.catalogue, known.key);
  const read = check.parsed?.plan;
  if (!read || !isPublishable(check.problems)) return { published: { kind: 'refused', problems: check.problems }, check, texts };
  if (read.id !== plan) {
    const found = problem('publish-other-plan', { plan, found: read.id }, { at: ['plan'], line: 1 });
    return { published: { kind: 'refused', problems: [found] }, check, texts };
  }
  const isFirst = (await latestVersion(db, plan)) === undefined;
  const published = await app.workspace.ledger.change(by, async change => {
    const result = await publishPlan(
      change,
      {
        plan,
        base: texts.base,
        yaml: texts.yaml,
        sheet: texts.sheet,
        reason: reason.trim(),
        definitionsHash: definitionsHash(read),
        effectiveFrom: publishing.effectiveFrom ?? (isFirst ? read.period.from : known.today),
        ...(name ? { name } : {}),
      },
      planIndexer(known.metrics.catalogue),
    );
    if (result.kind === 'published') {
      await changePlan(change, plan, { name: read.name });
      await publishing.together?.(change, result.version.number);
    }
    return result;
  });
  app.cache.forget();
  return { published, check, texts };
}
