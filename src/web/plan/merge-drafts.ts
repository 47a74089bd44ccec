import type { PlanView } from '#contract/plan-view.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { mergeLines } from '#core/text/merge-lines.ts';
import { editPlan, type PlanEdit, type PlanField, type PlanTexts, type PlanWords } from './edit-plan.ts';
import { type PlanChange, planChanges } from './plan-changes.ts';

export interface PlanState {
  readonly texts: PlanTexts;
  /** Null where the text cannot be read as a plan. */
  readonly view: PlanView | null;
}

export type Side = 'theirs' | 'mine';

/** Something both sides changed differently: a value, or lines of a text where more than values were changed. */
export type DraftClash =
  | { readonly kind: 'value'; readonly key: string; readonly theirs: PlanChange; readonly mine: PlanChange }
  | {
      readonly kind: 'lines';
      readonly key: string;
      readonly file: 'yaml' | 'sheet';
      readonly base: string;
      readonly theirs: string;
      readonly mine: string;
    };

export interface DraftComparison {
  readonly clashes: readonly DraftClash[];
  /** The texts with everything both sides changed, and of each clash the chosen side; undefined while one is open. */
  readonly settle: (chosen: ReadonlyMap<string, Side>) => PlanTexts | undefined;
}

/**
 * Two drafts of one version beside each other. [PLN-82] Values are put together by their meaning, one side's made again on top of the
 * other's; where both sides changed more than values, line by line.
 */
export function comparedDrafts(base: PlanState, theirs: PlanState, mine: PlanState): DraftComparison {
  return byValues(base, theirs, mine) ?? byLines(base.texts, theirs.texts, mine.texts);
}

function byValues(base: PlanState, theirs: PlanState, mine: PlanState): DraftComparison | undefined {
  if (!base.view || !theirs.view || !mine.view) return undefined;
  const others = planChanges(base.view, theirs.view);
  const own = planChanges(base.view, mine.view);
  const clashes = own.flatMap((change): readonly DraftClash[] => {
    const other = others.find(({ key }) => key === change.key);
    const isClash = other !== undefined && JSON.stringify(other.after) !== JSON.stringify(change.after);
    return isClash ? [{ kind: 'value', key: change.key, theirs: other, mine: change }] : [];
  });
  const onTop = (under: PlanState, over: PlanState, changes: readonly PlanChange[], side: Side): DraftComparison | undefined => {
    const edits = new Map(changes.map(change => [change.key, over.view && editsOf(change, over.view)]));
    const all = [...edits.values()].flatMap(made => made ?? []);
    const again = [...edits.values()].includes(undefined) ? undefined : replayed(base.texts, all);
    if (again?.yaml !== over.texts.yaml || again.sheet !== over.texts.sheet) return undefined;
    const settle: DraftComparison['settle'] = chosen => {
      if (clashes.some(({ key }) => !chosen.has(key))) return undefined;
      const taken = [...edits].flatMap(([key, made]) => ((chosen.get(key) ?? side) === side ? (made ?? []) : []));
      return replayed(under.texts, taken);
    };
    const isPossible = settle(new Map(clashes.map(({ key }) => [key, side]))) !== undefined;
    return isPossible ? { clashes, settle } : undefined;
  };
  return onTop(theirs, mine, own, 'mine') ?? onTop(mine, theirs, others, 'theirs');
}

function byLines(base: PlanTexts, theirs: PlanTexts, mine: PlanTexts): DraftComparison {
  const files = (['yaml', 'sheet'] as const).map(file => ({ file, parts: mergeLines(base[file], theirs[file], mine[file]) }));
  const keyOf = (file: string, place: number) => `${file} ${place}`;
  const clashes = files.flatMap(({ file, parts }) =>
    parts.flatMap((part, place): readonly DraftClash[] =>
      part.kind === 'settled'
        ? []
        : [
            {
              kind: 'lines',
              key: keyOf(file, place),
              file,
              base: part.base.join(''),
              theirs: part.theirs.join(''),
              mine: part.mine.join(''),
            },
          ],
    ),
  );
  const textOf = (place: 0 | 1, chosen: ReadonlyMap<string, Side>) =>
    (files[place]?.parts ?? [])
      .map((part, at) => {
        const side = chosen.get(keyOf(files[place]?.file ?? '', at)) ?? 'mine';
        return (part.kind === 'settled' ? part.lines : part[side]).join('');
      })
      .join('');
  return {
    clashes,
    settle: chosen =>
      clashes.some(({ key }) => !chosen.has(key)) ? undefined : { yaml: textOf(0, chosen), sheet: textOf(1, chosen) },
  };
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
  factor: 'under',
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
