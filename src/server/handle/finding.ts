import type { Catalogue } from '#core/metric/catalogue.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { applyPatch } from '#core/plan/edit.ts';
import { addFinding, type WrittenFinding } from '#core/plan/edit-finding.ts';
import { setSupport } from '#core/plan/edit-support.ts';
import { type Path, readSource } from '#core/plan/source.ts';
import type { Problem } from '#core/problem/problem.ts';
import { readDraft, saveDraft } from '#engine/ledger/draft-store.ts';
import { latestVersion, type PlanTexts } from '#engine/ledger/plan-version-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems, value } from '../reply.ts';
import { draftReply, draftView } from './draft.ts';

export const findingHandlers: HandlersOf<'addFinding'> = {
  addFinding: async ({ plan, body }, { app, by }) => {
    const { db } = app.workspace.ledger;
    const own = await readDraft(db, plan, by);
    if ((own?.revision ?? 0) !== body.revision) return conflict({ current: own ? draftView(own) : null });
    const newest = await latestVersion(db, plan);
    const from = own ?? newest;
    if (!from) return missing(plan);
    const { metrics, today } = await knownAt(app);
    const choices = body.search.replace(/^\?/, '');
    const finding = { says: body.says.trim(), on: today, analysis: choices === '' ? body.page : `${body.page}?${choices}` };
    const made = withFinding({ yaml: from.yaml, sheet: from.sheet }, body, finding, metrics.catalogue);
    if (made.kind === 'unreadable') return problems(made.problems);
    if (made.kind === 'missing') return missing(`${body.from} → ${body.to}`);
    if (made.kind === 'known') return value({ draft: own ? draftView(own) : null });
    const base = own?.base ?? newest?.number ?? 0;
    const saved = await app.workspace.ledger.change(by, change =>
      saveDraft(change, { plan, yaml: made.yaml, sheet: from.sheet, base, revision: body.revision }),
    );
    return draftReply(saved, plan, draft => ({ draft }));
  },
};

type Found =
  | { readonly kind: 'written'; readonly yaml: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

/** The text of a plan with a finding on an influence, which from then on rests on a correlation at least. [JNY-13] */
function withFinding(
  { yaml, sheet }: PlanTexts,
  { from, to }: { readonly from: string; readonly to: string },
  finding: WrittenFinding,
  catalogue: Catalogue,
): Found {
  const parsed = parsePlan({ yaml, sheet }, catalogue);
  if (!parsed.ok) return { kind: 'unreadable', problems: parsed.problems };
  const node = parsed.value.plan.nodes.get(from);
  const index = node?.supports.findIndex(support => support.to === to) ?? -1;
  const support = node?.supports[index];
  if (!node || !support) return { kind: 'missing' };
  if (support.findings.some(({ says, analysis }) => says.ja === finding.says && analysis === finding.analysis))
    return { kind: 'known' };
  const path: Path = [node.role === 'goal' ? 'goals' : 'kpis', from];
  const source = readSource(yaml);
  const patch = source.ok ? addFinding(source.value, path, index, finding) : undefined;
  if (!patch) return { kind: 'missing' };
  const text = applyPatch(yaml, patch);
  const again = support.evidence === 'none' || support.evidence === 'opinion' ? readSource(text) : undefined;
  const graded = again?.ok ? setSupport(again.value, path, index, 'evidence', 'correlation') : undefined;
  return { kind: 'written', yaml: graded ? applyPatch(text, graded) : text };
}
