import { answerOf, caseCondition, type EngineFactory, packed } from './agree.ts';
import { tell } from './batches.ts';
import { ACTIVATION_CASES } from './case/activation-cases.ts';
import { ATTRIBUTION_CASES } from './case/attribution-cases.ts';
import { PURCHASE_PATTERNS_CASES, RFM_CASES } from './case/customer-cases.ts';
import { FLOW_CASES } from './case/flow-cases.ts';
import { FUNNEL_CASES } from './case/funnel-cases.ts';
import type { MicroCase } from './case/micro-case.ts';
import { REPEAT_CASES } from './case/repeat-cases.ts';
import { RETENTION_CASES } from './case/retention-cases.ts';
import { ROLLING_CASES } from './case/rolling-cases.ts';
import { SERIES_CASES } from './case/series-cases.ts';
import { STAGE_CASES } from './case/stage-cases.ts';
import { TOUCH_PATHS_CASES } from './case/touch-paths-cases.ts';
import type { EventStore } from './event-store.ts';
import { difference } from './hold.ts';
import { narrowed } from './narrowed.ts';
import { toldEvents } from './told-events.ts';

/** All cases worked by hand. */
export const MICRO_CASES: readonly MicroCase[] = [
  ...FUNNEL_CASES,
  ...RETENTION_CASES,
  ...SERIES_CASES,
  ...ROLLING_CASES,
  ...ATTRIBUTION_CASES,
  ...TOUCH_PATHS_CASES,
  ...REPEAT_CASES,
  ...RFM_CASES,
  ...PURCHASE_PATTERNS_CASES,
  ...STAGE_CASES,
  ...ACTIVATION_CASES,
  ...FLOW_CASES,
];

/** Holds an engine to the cases worked by hand, all in one store; what it gets wrong is thrown together. */
export async function agreeOnMicroCases(create: EngineFactory): Promise<void> {
  const engine = await create();
  try {
    const stores = MICRO_CASES.map((microCase, number) => ({ number, store: microStore(microCase) }));
    await tell(engine, packed([...stores, { number: MICRO_CASES.length, store: ALL_NAMES }]), 1);
    const wrong: string[] = [];
    for (const [number, { name, question, answer }] of MICRO_CASES.entries()) {
      const found = difference(answer, await answerOf(engine, narrowed(question, caseCondition(number))));
      if (found) wrong.push(`${question.ask} ${name}: ${found}`);
    }
    if (wrong.length > 0) throw new Error(`${wrong.length} of ${MICRO_CASES.length} cases:\n${wrong.join('\n')}`);
  } finally {
    await engine.close();
  }
}

export function microStore({ people, merges = [] }: MicroCase): EventStore {
  return { events: toldEvents(people), merges, dimensions: ['channel', 'device'] };
}

/** So that no name is unknown. */
const ALL_NAMES: EventStore = {
  events: toldEvents({ everybody: 'A@0 B@0 C@0 D@0 X@0' }),
  merges: [],
  dimensions: ['channel', 'device'],
};
