import type { PlanView } from '#contract/plan-view.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { editPlan, type PlanEdit, type PlanField, type PlanTexts, type PlanWords } from './edit-plan.ts';
import { type PlanChange, planChanges } from './plan-changes.ts';

export interface PlanState {
  readonly texts: PlanTexts;
  readonly view: PlanView;
}

/**
 * Two drafts of one version put together: mine made again on top of theirs. [PLN-82]
 * Undefined where both changed one value differently, or where mine is more than changes of values (new KPIs, free text): then
 * somebody has to choose.
 */
export function mergedTexts(base: PlanState, theirs: PlanState, mine: PlanState): PlanTexts | undefined {
  const own = planChanges(base.view, mine.view);
  const others = new Map(planChanges(base.view, theirs.view).map(change => [change.key, change]));
  const isClash = ({ key, after }: PlanChange) => {
    const other = others.get(key);
    return other !== undefined && JSON.stringify(other.after) !== JSON.stringify(after);
  };
  if (own.some(isClash)) return undefined;
  const edits: PlanEdit[] = [];
  for (const change of own) {
    const made = editsOf(change, mine.view);
    if (!made) return undefined;
    edits.push(...made);
  }
  const again = replayed(base.texts, edits);
  if (again?.yaml !== mine.texts.yaml || again.sheet !== mine.texts.sheet) return undefined;
  return replayed(theirs.texts, edits);
}

function replayed(texts: PlanTexts, edits: readonly PlanEdit[]): PlanTexts | undefined {
  return edits.reduce<PlanTexts | undefined>((now, edit) => now && editPlan(now, edit), texts);
}

const FIELDS: Readonly<Partial<Record<PlanChange['field'], PlanField>>> = {
  target: 'target',
  baseline: 'baseline',
  formula: 'equals',
  lag: 'lag',
  owner: 'owner',
  rhythm: 'rhythm',
  measuredBy: 'measured-by',
};

const WORDS: Readonly<Partial<Record<PlanChange['field'], PlanWords>>> = {
  name: 'name',
  reason: 'because',
  population: 'population',
  meaning: 'meaning',
  audience: 'audience',
  decision: 'decision',
};

/** A change as the edits that make it; undefined where no edit of values does. */
function editsOf({ of, field, month, before, after, subject }: PlanChange, view: PlanView): readonly PlanEdit[] | undefined {
  const months = view.months.map(({ key }) => key);
  if (field === 'budget' && month !== undefined && typeof after === 'string') {
    const line = view.budget.find(one => [one.node, one.department, one.medium].filter(Boolean).join(' · ') === subject?.ja);
    if (!line) return undefined;
    const { node, department, medium } = line;
    const place = { kind: 'budget', node: node ?? '', department: department ?? '', medium: medium ?? '' } as const;
    return [{ kind: 'cells', months, changes: [{ line: place, month, value: after }] }];
  }
  const node = view.nodes.find(({ id }) => id === of);
  if (!node) return undefined;
  const { role } = node;
  if (field === 'month' && month !== undefined && typeof after === 'string') {
    const value = node.unit.kind === 'ratio' && after !== '' ? `${trimmed(shiftPoint(after, 2))}%` : after;
    const line = { kind: 'target', node: of, department: '', medium: '' } as const;
    return [{ kind: 'cells', months, changes: [{ line, month, value }] }];
  }
  const plain = FIELDS[field];
  if (plain && typeof after === 'string') return [{ kind: 'field', role, node: of, field: plain, value: after }];
  const words = WORDS[field];
  if (!words || typeof after === 'string') return undefined;
  return (['ja', 'en'] as const).flatMap((lang): readonly PlanEdit[] =>
    typeof before !== 'string' && before[lang] === after[lang]
      ? []
      : [{ kind: 'words', role, node: of, field: words, lang, value: after[lang] }],
  );
}
