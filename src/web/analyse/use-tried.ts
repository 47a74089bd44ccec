import { useEffect, useRef, useState } from 'react';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import type { ScenarioTable } from '#core/scenario/compare-scenarios.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { TriedPlan, WhatIfQuestion, WhatIfReply } from './what-if-message.ts';

/** What was worked out, with what it was worked out of. */
export interface Tried {
  readonly base: WhatIfAnswer;
  readonly scenarios: readonly (readonly DriverChange[])[];
  /** Undefined where the plan cannot be calculated. */
  readonly table: ScenarioTable | undefined;
}

/**
 * Scenarios worked out while they are dragged: one question is under way at a time, and of those that come meanwhile only the newest
 * is asked. Nothing until the first answer; the one before stays, whole, until the next is there.
 */
export function useTried(
  base: WhatIfAnswer,
  scenarios: Tried['scenarios'],
): { readonly tried: Tried | undefined; readonly isBehind: boolean } {
  const plan = useTriedPlan(base);
  const [tried, setTried] = useState<Tried>();
  const desk = useRef<Desk>(undefined);
  useEffect(() => {
    const made = new Desk(setTried);
    desk.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    if (plan) desk.current?.ask({ plan, base, scenarios });
  }, [plan, base, scenarios]);
  return { tried, isBehind: tried?.scenarios !== scenarios || tried.base !== base };
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

interface Question extends Pick<Tried, 'base' | 'scenarios'> {
  readonly plan: TriedPlan;
}

class Desk {
  private readonly worker = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
  private loaded: TriedPlan | undefined;
  private underWay: Question | undefined;
  private next: Question | undefined;

  constructor(onTried: (tried: Tried) => void) {
    this.worker.addEventListener('message', (event: MessageEvent<WhatIfReply>) => {
      const { underWay, next } = this;
      this.underWay = undefined;
      this.next = undefined;
      if (underWay) onTried({ base: underWay.base, scenarios: underWay.scenarios, table: event.data.table ?? undefined });
      if (next) this.ask(next);
    });
  }

  ask(question: Question): void {
    if (this.underWay) {
      this.next = question;
      return;
    }
    this.underWay = question;
    const { plan, scenarios } = question;
    const isNew = this.loaded !== plan;
    this.loaded = plan;
    this.worker.postMessage({ plan: isNew ? plan : null, scenarios } satisfies WhatIfQuestion);
  }

  close(): void {
    this.worker.terminate();
  }
}
