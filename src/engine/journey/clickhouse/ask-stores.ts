import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import { askActivation } from './ask-activation.ts';
import { askAttribution } from './ask-attribution.ts';
import { askFlow } from './ask-flow.ts';
import { askFunnel } from './ask-funnel.ts';
import { askPurchasePatterns } from './ask-purchase-patterns.ts';
import { askRepeat } from './ask-repeat.ts';
import { askRetention } from './ask-retention.ts';
import { askRfm } from './ask-rfm.ts';
import { askRfmCuts } from './ask-rfm-cuts.ts';
import { askRolling } from './ask-rolling.ts';
import { askSeries } from './ask-series.ts';
import { askStages } from './ask-stages.ts';
import { askTouchPaths } from './ask-touch-paths.ts';
import { statement } from './bindings.ts';
import type { ClickHouse, ReadOptions } from './click-house.ts';
import type { AskedInSql, QuestionScope } from './question-scope.ts';

/** Stores that are asked together. */
export interface AskedStores {
  readonly keys: readonly string[];
  readonly shards: readonly ClickHouse[];
  readonly events: string;
  readonly columnOf: (dimension: string) => string;
  readonly hasGaps: boolean;
}

/** The answer of each store, in the order of the keys. One statement per shard, two for quintiles. */
export async function askStores<Question extends JourneyQuestion>(
  question: Question,
  stores: AskedStores,
  options: ReadOptions = {},
): Promise<readonly JourneyAnswer<Question>[]> {
  // Each branch answers the question of its own name, which the compiler cannot follow through the union.
  return (await answers(question, stores, options)) as readonly JourneyAnswer<Question>[];
}

function answers(
  question: JourneyQuestion,
  stores: AskedStores,
  options: ReadOptions,
): Promise<readonly JourneyAnswer<JourneyQuestion>[]> {
  switch (question.ask) {
    case 'funnel':
      return ask(askFunnel, question, stores, options);
    case 'retention':
      return ask(askRetention, question, stores, options);
    case 'series':
      return ask(askSeries, question, stores, options);
    case 'rolling':
      return ask(askRolling, question, stores, options);
    case 'attribution':
      return ask(askAttribution, question, stores, options);
    case 'touch-paths':
      return ask(askTouchPaths, question, stores, options);
    case 'repeat':
      return ask(askRepeat, question, stores, options);
    case 'rfm':
      return askInRounds(question, stores, options);
    case 'purchase-patterns':
      return ask(askPurchasePatterns, question, stores, options);
    case 'stages':
      return ask(askStages, question, stores, options);
    case 'activation':
      return ask(askActivation, question, stores, options);
    case 'flow':
      return ask(askFlow, question, stores, options);
    default:
      return unreachable(question);
  }
}

async function askInRounds(question: Extract<JourneyQuestion, { ask: 'rfm' }>, stores: AskedStores, options: ReadOptions) {
  const { cuts } = question;
  const cutsOf = cuts === 'quintiles' ? await ask(askRfmCuts, question, stores, options) : stores.keys.map(() => cuts);
  const scored = await ask(askRfm(cutsOf), question, stores, options);
  return scored.map((answer, index) => ({ cuts: cutsOf[index] ?? { recency: [], frequency: [], money: [] }, ...answer }));
}

async function ask<Question, Answer>(
  asked: AskedInSql<Question, Answer>,
  question: Question,
  { keys, shards, events, columnOf, hasGaps }: AskedStores,
  { signal, onProgress }: ReadOptions,
): Promise<readonly Answer[]> {
  const written = statement(bind => {
    const scope: QuestionScope = { bind, events, stores: keys, columnOf, hasGaps, isPart: shards.length > 1 };
    return asked.sql(question, scope);
  });
  let done = 0;
  const parts = await Promise.all(
    shards.map(async server => {
      const rows = await server.rows(written, { signal });
      done += 1;
      onProgress?.(done / shards.length);
      return rows;
    }),
  );
  const rowsOf = new Map<string, (readonly unknown[])[]>();
  for (const [key, ...cells] of parts.flat()) {
    const rows = rowsOf.get(String(key));
    if (rows) rows.push(cells);
    else rowsOf.set(String(key), [cells]);
  }
  return keys.map(key => asked.answer(question, rowsOf.get(key) ?? []));
}
