import { useEffect, useRef, useState } from 'react';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import type { ScenarioTable } from '#core/scenario/compare-scenarios.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { TriedPlan, WhatIfQuestion, WhatIfReply } from './what-if-message.ts';

/**
 * Scenarios worked out while they are dragged: one question is under way at a time, and of those that come meanwhile only the newest
 * is asked. Undefined until the first answer; the one before stays until the next is there.
 */
export function useTried(base: WhatIfAnswer, scenarios: readonly (readonly DriverChange[])[]): ScenarioTable | undefined {
  const plan = useTriedPlan(base);
  const [table, setTable] = useState<ScenarioTable>();
  const desk = useRef<Desk>(undefined);
  useEffect(() => {
    const made = new Desk(setTable);
    desk.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    if (plan) desk.current?.ask(plan, scenarios);
  }, [plan, scenarios]);
  return table;
}

/** The plan whose numbers the server gave, with the same levels. */
function useTriedPlan(base: WhatIfAnswer): TriedPlan | undefined {
  const { plan } = usePlace();
  const { currency } = useWorkspace();
  const texts = useAnswer('plan', { plan: plan ?? '' }, { when: plan !== undefined }).data?.texts;
  const definitions = useAnswer('definitions', {}).data?.text;
  const made = useRef<TriedPlan>(undefined);
  if (!texts || definitions === undefined) return undefined;
  const { yaml, sheet } = texts;
  const levels = base.base === 'actual' ? levelsIn(base) : null;
  const next: TriedPlan = { yaml, sheet, definitions, currency, levels };
  if (JSON.stringify(made.current) !== JSON.stringify(next)) made.current = next;
  return made.current;
}

/** Drivers that stand at one value in all months: what was measured. */
function levelsIn({ nodes }: WhatIfAnswer): Readonly<Record<string, number>> {
  const levels: Record<string, number> = {};
  for (const { node, isDriver, base } of nodes) {
    const [first] = base.months;
    if (isDriver && typeof first === 'number' && base.months.every(value => value === first)) levels[node] = first;
  }
  return levels;
}

class Desk {
  private readonly worker = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
  private readonly onTable: (table: ScenarioTable) => void;
  private loaded: TriedPlan | undefined;
  private isBusy = false;
  private next: { readonly plan: TriedPlan; readonly scenarios: WhatIfQuestion['scenarios'] } | undefined;

  constructor(onTable: (table: ScenarioTable) => void) {
    this.onTable = onTable;
    this.worker.addEventListener('message', (event: MessageEvent<WhatIfReply>) => {
      this.isBusy = false;
      if (event.data.table) this.onTable(event.data.table);
      const { next } = this;
      this.next = undefined;
      if (next) this.ask(next.plan, next.scenarios);
    });
  }

  ask(plan: TriedPlan, scenarios: WhatIfQuestion['scenarios']): void {
    if (this.isBusy) {
      this.next = { plan, scenarios };
      return;
    }
    this.isBusy = true;
    const isNew = this.loaded !== plan;
    this.loaded = plan;
    this.worker.postMessage({ plan: isNew ? plan : null, scenarios } satisfies WhatIfQuestion);
  }

  close(): void {
    this.worker.terminate();
  }
}
