import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SheetPlan } from '#core/begin/sheet-plan.ts';
import type { Text } from '#core/text/text.ts';
import { ask } from '../app/ask.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import type { PlanTexts } from '../plan/edit-plan.ts';
import { planLabels } from '../plan/plan-labels.ts';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { beginLabels } from './begin-labels.ts';

export type Actuals = SheetPlan['actuals'];

export interface BeginPlan {
  readonly texts: PlanTexts;
  /** Publishes it at once, under this reason, and imports the actuals. */
  readonly publish?: Text | undefined;
  readonly actuals?: Actuals;
}

/** Makes a plan that was begun: as a draft, or published with its actuals; then opens it. True when it is made. */
export function useBeginPlan(): { readonly begin: (plan: BeginPlan) => Promise<boolean>; readonly busy: boolean } {
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useSay();
  const create = useAction('createPlan', { refresh: false });
  const publishing = useAction('publishPlan', { refresh: false });
  const values = useAction('putValues');
  const [busy, setBusy] = useState(false);
  const begin = async ({ texts, publish, actuals = [] }: BeginPlan): Promise<boolean> => {
    const made = await create.run({ body: texts });
    if (made?.kind === 'conflict') {
      const name = say(made.conflict.current.name);
      showToast({ kind: 'bad', text: filled(planLabels.newIdTaken, { name }) });
      return false;
    }
    if (!succeeded(made)) return false;
    const plan = made.value.plan.id;
    if (publish) {
      const done = await publishing.run({ plan, body: { reason: say(publish), texts: { ...texts, base: 0 } } });
      if (succeeded(done)) await store(plan, actuals);
    } else showToast({ kind: 'good', text: beginLabels.created });
    // Whatever lists plans has to know of it before it is opened.
    await client.invalidateQueries();
    await navigate({ to: '/plan', search: { plan } });
    return true;
  };
  const store = async (plan: string, actuals: Actuals): Promise<void> => {
    if (actuals.length === 0) {
      showToast({ kind: 'good', text: beginLabels.published });
      return;
    }
    const cells = actuals.map(({ node, month, value }) => ({ metric: node, month, before: null, value }));
    const stored = await values.run({ body: { plan, cells } });
    if (stored?.kind !== 'conflict') {
      tellStored(stored?.kind === 'value' ? stored.value.changed : undefined, 0);
      return;
    }
    // Cells that hold other values already stay as they are.
    const held = new Set(stored.conflict.cells.map(({ metric, month }) => `${metric} ${month}`));
    const free = cells.filter(({ metric, month }) => !held.has(`${metric} ${month}`));
    const again = free.length === 0 ? undefined : await values.run({ body: { plan, cells: free } });
    tellStored(free.length === 0 ? 0 : again?.kind === 'value' ? again.value.changed : undefined, held.size);
  };
  return {
    begin: async plan => {
      setBusy(true);
      try {
        return await begin(plan);
      } finally {
        setBusy(false);
      }
    },
    busy,
  };
}

function tellStored(changed: number | undefined, kept: number): void {
  const done = changed === undefined ? undefined : filled(beginLabels.importedCount, { count: String(changed) });
  showToast(done ? { kind: 'good', text: done } : { kind: 'bad', text: beginLabels.actualsLeft });
  if (kept > 0) showToast({ kind: 'bad', text: filled(beginLabels.someKept, { count: String(kept) }) });
}

function filled(text: Text, params: Readonly<Record<string, string>>): Text {
  const fill = (words: string) => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
  return { ja: fill(text.ja), en: fill(text.en) };
}

/**
 * The actuals that may be stored: of months that have begun, and of metrics that no other data measure. A rate whose parts are stored
 * as well is left out: it is calculated from them. Asked of the server, because only it knows what is measured.
 */
export async function storable(
  actuals: Actuals,
  today: string,
  formulaParts: (node: string) => readonly string[],
): Promise<Actuals> {
  const begun = actuals.filter(({ month }) => month <= today.slice(0, 7));
  const nodes = [...new Set(begun.map(({ node }) => node))];
  if (nodes.length === 0) return [];
  const known = await ask('valueSheet', { metric: nodes });
  const measured = new Set(
    known.kind === 'value' ? known.value.rows.filter(({ source }) => source === 'data').map(({ metric }) => metric) : [],
  );
  const stored = new Set(nodes.filter(node => !measured.has(node)));
  const isCalculated = (node: string) => {
    const parts = formulaParts(node);
    return parts.length > 0 && parts.every(part => stored.has(part));
  };
  return begun.filter(({ node }) => stored.has(node) && !isCalculated(node));
}
