import { useState } from 'react';
import type { PlanView } from '#contract/plan-view.ts';
import { exchangedParts } from '#core/formula/exchange-parts.ts';
import { showToast } from '../ui/toasts.tsx';
import type { PlanEdit, PlanTexts } from './edit-plan.ts';
import { editHere } from './plan-desk.ts';
import { planLabels } from './plan-labels.ts';
import type { CardPart } from './tree-card.tsx';
import { treeLabels } from './tree-labels.ts';
import type { Planning } from './use-planning.ts';

/** Cards being worked on in the tree: one whose fields are open, and any number that are changed together. */
export interface TreeEditing {
  readonly planning: Planning;
  readonly open: { readonly id: string; readonly part: CardPart } | undefined;
  readonly picked: ReadonlySet<string>;
  readonly factors: PlanView['factors'];
  edit(id: string, part: CardPart): void;
  close(): void;
  pick(id: string): void;
  clear(): void;
  setOwner(ids: readonly string[], owner: string): void;
  /** Puts KPIs under a success factor, or under none. Goals stand under nothing and stay. */
  setFactor(ids: readonly string[], factor: string): void;
  /** Two parts of one formula change places; said where that would change what the formula means. */
  exchange(one: string, other: string): void;
  /** A part of a formula changes places with the one before or behind it. */
  shift(id: string, by: -1 | 1): void;
}

export function useTreeEditing(planning: Planning): TreeEditing {
  const [open, setOpen] = useState<TreeEditing['open']>();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { desk, view, nodeOf } = planning;
  const present = new Set([...picked].filter(id => nodeOf(id) !== undefined));
  const all = async (
    ids: readonly string[],
    editOf: (id: string, role: 'goal' | 'kpi') => PlanEdit | undefined,
  ): Promise<boolean> => {
    const edits = ids.flatMap(id => {
      const node = nodeOf(id);
      return (node && editOf(id, node.role)) ?? [];
    });
    let texts: PlanTexts | null = desk.texts;
    for (const edit of edits) texts = texts && (await editHere(texts, edit));
    if (!texts) {
      showToast({ kind: 'bad', text: planLabels.cannotEdit });
      return false;
    }
    await desk.write(texts);
    return true;
  };
  const exchange = (one: string, other: string): void => {
    const parent = view?.nodes.find(({ equals }) => equals?.parts.includes(one) && equals.parts.includes(other));
    const formula = parent?.equals && exchangedParts(parent.equals.text, one, other);
    if (parent && formula) void desk.edit({ kind: 'field', role: parent.role, node: parent.id, field: 'equals', value: formula });
    else showToast({ kind: 'bad', text: treeLabels.cannotExchange });
  };
  return {
    planning,
    open,
    picked: present,
    factors: view?.factors ?? [],
    edit: (id, part) => setOpen({ id, part }),
    close: () => setOpen(undefined),
    pick: id => {
      const next = new Set(present);
      if (!next.delete(id)) next.add(id);
      setPicked(next);
    },
    clear: () => setPicked(new Set()),
    setOwner: (ids, owner) => void all(ids, (node, role) => ({ kind: 'field', role, node, field: 'owner', value: owner })),
    exchange,
    shift: (id, by) => {
      const parts = view?.nodes.find(({ equals }) => equals?.parts.includes(id))?.equals?.parts ?? [];
      const other = parts[parts.indexOf(id) + by];
      if (other !== undefined) exchange(id, other);
    },
    setFactor: (ids, factor) => {
      const name = view?.factors.find(({ id }) => id === factor)?.name;
      const move = async () => {
        const isDone = await all(ids, (node, role) =>
          role === 'goal' ? undefined : { kind: 'field', role, node, field: 'under', value: factor },
        );
        if (isDone && name) showToast({ kind: 'good', text: filled(treeLabels.movedUnder, name) });
      };
      void move();
    },
  };
}

function filled(text: typeof treeLabels.movedUnder, factor: { readonly ja: string; readonly en: string }) {
  return { ja: text.ja.replace('{{factor}}', factor.ja), en: text.en.replace('{{factor}}', factor.en) };
}
