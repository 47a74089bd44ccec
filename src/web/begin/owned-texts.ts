import type { PlanView } from '#contract/plan-view.ts';
import { freeId } from '#core/begin/node-id.ts';
import { applyPatch, setValue } from '#core/plan/edit.ts';
import { type Path, readSource } from '#core/plan/source.ts';
import type { PlanTexts } from '../plan/edit-plan.ts';

/** A template's texts as one's own: an id that no other plan has, and one person who answers for every target. */
export function ownedTexts(
  { yaml, sheet }: PlanTexts,
  owner: string,
  view: PlanView | null,
  plans: readonly { readonly id: string }[],
): PlanTexts {
  let text = yaml;
  const set = (path: Path, value: string) => {
    const source = readSource(text);
    const patch = source.ok ? setValue(source.value, path, value) : undefined;
    if (patch) text = applyPatch(text, patch);
  };
  if (view)
    set(
      ['plan'],
      freeId(view.id, wanted => plans.some(({ id }) => id === wanted)),
    );
  for (const node of owner === '' ? [] : (view?.nodes ?? [])) {
    if (!node.watch) set([node.role === 'goal' ? 'goals' : 'kpis', node.id, 'owner'], owner);
  }
  return { yaml: text, sheet };
}
