import { addDays, type Day } from '#core/calendar/day.ts';
import type { Decided } from '#core/foresee/pipeline-landing.ts';
import type { EventDataset } from '#core/measure/dataset.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Knowledge } from '#core/measure/question.ts';
import type { Definitions, MetricDefinition } from '#core/metric/definitions.ts';
import type { Condition, Measurement, MetricId } from '#core/metric/measurement.ts';
import type { App } from '../app/app.ts';
import { ask } from '../query/ask.ts';
import { isLost, isWon } from './deal-outcome.ts';

/** What the history of stages says of deals; nothing where there is none. [LND-43] */
export interface StageHistory {
  /** Of those who stood in a stage long enough ago to be decided: how many, and how many of them were won. */
  readonly byStage: ReadonlyMap<string, Decided>;
  /** Days from the stage before the decision to the decision, in the middle. */
  readonly cycleDays: number | undefined;
}

/** Days over which stages are counted, and how long at most a deal is thought to take. */
const WINDOW = 365;
const LONGEST = 540;

/**
 * Learns from events that say who entered which stage when. [LND-43]
 *
 * Per stage  entered in a year that ended as many days ago as winning takes from there, against won in the year up to the day: two
 *            counts of the same flow, moved by its middle
 * Cycle      middle days from a stage to won, of the stage that is nearest before it
 */
export async function readStageHistory(app: App, knowledge: Knowledge, key: string, to: Day): Promise<StageHistory> {
  const none: StageHistory = { byStage: new Map(), cycleDays: undefined };
  const dataset = historyIn(knowledge.definitions);
  const by = dataset?.person;
  if (!dataset || by === undefined) return none;
  const where = (stage: string): readonly Condition[] => [{ column: 'stage', is: 'one-of', values: [stage] }];
  const values = async (
    metrics: readonly (readonly [MetricId, Measurement])[],
    until: Day,
    cut: readonly string[],
  ): Promise<ReadonlyMap<string, number>> => {
    const defined = metrics.map(([id, measurement]) => [id, definition(id, measurement)] as const);
    const definitions = { ...knowledge.definitions, metrics: new Map([...knowledge.definitions.metrics, ...defined]) };
    const period = { from: addDays(until, 1 - WINDOW), to: until };
    const question = { metrics: metrics.map(([id]) => id), periods: [period], by: cut, where: [] };
    const answered = await ask(app, question, { ...knowledge, definitions }, `${key} stages`);
    if (!answered.ok) return new Map();
    return new Map(
      answered.value.flatMap(({ metric, cells, totals }) =>
        (cut.length > 0 ? cells : totals).flatMap(({ slice, observation }): (readonly [string, number])[] => {
          const value = numberOf(observation);
          return value === undefined ? [] : [[cut.length > 0 ? (slice.stage ?? '') : metric, value]];
        }),
      ),
    );
  };
  const counted = [[`stage count`, { kind: 'count', dataset: dataset.id, where: [] }]] as const;
  const entered = await values(counted, to, ['stage']);
  const [won] = [...entered.keys()].filter(isWon);
  const stages = [...entered.keys()].filter(stage => stage !== '' && !isWon(stage) && !isLost(stage));
  if (won === undefined || stages.length === 0) return none;
  const times = await values(
    stages.map(stage => [
      `stage days ${stage}`,
      { kind: 'between', dataset: dataset.id, by, from: where(stage), to: where(won), in: 'days', take: 'median', where: [] },
    ]),
    to,
    [],
  );
  const known = stages.flatMap(stage => {
    const days = times.get(`stage days ${stage}`);
    return days === undefined || !(days > 0) || days > LONGEST ? [] : [{ stage, days: Math.round(days) }];
  });
  const byStage = new Map<string, Decided>();
  for (const { stage, days } of known) {
    const before = (await values(counted, addDays(to, -days), ['stage'])).get(stage) ?? 0;
    const wins = entered.get(won) ?? 0;
    if (before > 0) byStage.set(stage, { won: Math.min(wins, before), decided: before });
  }
  const shortest = known.reduce<number | undefined>(
    (least, { days }) => (least === undefined || days < least ? days : least),
    undefined,
  );
  return { byStage, cycleDays: shortest };
}

/** Events of persons or deals with a stage, other than the list of open deals. */
function historyIn({ datasets }: Definitions): EventDataset | undefined {
  for (const { dataset } of datasets.values()) {
    if (dataset.kind !== 'event' || dataset.person === undefined) continue;
    const has = (column: string) => dataset.columns.some(({ id }) => id === column);
    if (has('stage') && !has('probability')) return dataset;
  }
  return undefined;
}

function definition(id: MetricId, measurement: Measurement): MetricDefinition {
  const unit = measurement.kind === 'between' ? ({ kind: 'duration', in: 'days' } as const) : ({ kind: 'count' } as const);
  const aggregation = measurement.kind === 'between' ? ('mean' as const) : ('sum' as const);
  const name = { ja: id, en: id };
  return {
    id,
    versions: [{ metric: { id, name, aliases: [], meaning: name, unit, direction: 'up', aggregation }, measurement }],
  };
}
