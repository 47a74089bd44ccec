import { addDays, daysBetween } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Landing } from '#core/foresee/landing.ts';
import { type Decided, type OpenDeals, type PipelineLanding, pipelineLanding } from '#core/foresee/pipeline-landing.ts';
import type { Formula } from '#core/formula/ast.ts';
import type { DatasetId } from '#core/measure/dataset.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Knowledge } from '#core/measure/question.ts';
import type { Definitions, MetricDefinition } from '#core/metric/definitions.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';
import { knowledgeOf } from '../query/knowledge.ts';
import { isLost, isWon } from './deal-outcome.ts';
import { readStageHistory } from './read-stage-history.ts';

/** Sales' own landing, or why there is none. [LND-40] */
export type PipelineRead =
  | {
      readonly state: 'pipeline';
      readonly goal: NodeId;
      readonly dataset: DatasetId;
      readonly landing: PipelineLanding;
      /** Days a deal takes in the middle: from the history of stages, assumed where there is none. */
      readonly cycleDays: number;
    }
  | {
      readonly state: 'none';
      /** `no-goal`: no goal is an amount of money won. `no-deals`: no list of deals with stage, amount and probability. `past`: the list is as of today, and the day asked for lies further back. */
      readonly why: 'no-goal' | 'no-deals' | 'past';
    };

const CYCLE_DAYS = 60;
/** Days over which the usual pace of winning is measured. */
const PACE = 180;
/** A list of deals speaks for a day at most so many days before today. */
const FRESH_DAYS = 31;
const LOOK_BACK_DAYS = 730;

export async function readPipeline(app: App, stage: PlanStage, landing: Landing): Promise<PipelineRead> {
  const { plan, to, known, sources } = stage;
  const goal = [...plan.nodes.values()].find(isMoneyGoal);
  const expected = landing.nodes.find(({ node }) => node === goal?.id);
  if (!goal || !expected || expected.soFar === null) return { state: 'none', why: 'no-goal' };
  const dataset = dealsIn(sources.definitions);
  if (dataset === undefined) return { state: 'none', why: 'no-deals' };
  if (daysBetween(to, known.today) > FRESH_DAYS) return { state: 'none', why: 'past' };
  const until = goal.target?.by ?? plan.period.to;
  const past = { from: addDays(to, -LOOK_BACK_DAYS), to };
  const ahead = to < until ? { from: addDays(to, 1), to: until } : undefined;
  const knowledge: Knowledge = {
    ...knowledgeOf(known),
    calendar: plan.calendar,
    definitions: withDeals(sources.definitions, dataset, goal.unit),
  };
  const answered = await ask(
    app,
    { metrics: [COUNT, AMOUNT, WEIGHTED], periods: [past, ...(ahead ? [ahead] : [])], by: ['stage'], where: [] },
    knowledge,
    `${stage.key} deals`,
  );
  if (!answered.ok) return { state: 'none', why: 'no-deals' };
  const numberIn = (metric: MetricId, range: DayRange, deal: string): number => {
    const cells = answered.value.find(answer => answer.metric === metric)?.cells ?? [];
    const cell = cells.find(({ from, slice }) => from === range.from && slice.stage === deal);
    return (cell && numberOf(cell.observation)) ?? 0;
  };
  const stages = [
    ...new Set(answered.value.flatMap(({ cells }) => cells.flatMap(({ slice }) => (slice.stage ? [slice.stage] : [])))),
  ];
  const open = stages
    .filter(deal => !isWon(deal) && !isLost(deal))
    .flatMap(deal => openDeals(deal, past, true, numberIn).concat(ahead ? openDeals(deal, ahead, false, numberIn) : []));
  const countOf = (isSuch: (deal: string) => boolean) =>
    stages.filter(isSuch).reduce((sum, deal) => sum + numberIn(COUNT, past, deal), 0);
  const won = countOf(isWon);
  const decided: Decided = { won, decided: won + countOf(isLost) };
  const history = await readStageHistory(app, knowledge, stage.key, to);
  const cycleDays = history.cycleDays ?? CYCLE_DAYS;
  const result = pipelineLanding({
    to,
    until,
    won: expected.soFar,
    open,
    decided,
    byStage: history.byStage,
    wonPerDay: await wonPerDay(app, stage, goal),
    cycleDays,
  });
  return { state: 'pipeline', goal: goal.id, dataset, landing: result, cycleDays };
}

function isMoneyGoal({ role, unit, time }: PlanNode): boolean {
  return role === 'goal' && unit.kind === 'money' && time === 'flow';
}

/** A list of deals: events with a stage, an amount and a probability. */
function dealsIn({ datasets }: Definitions): DatasetId | undefined {
  const found = [...datasets.values()].find(
    ({ dataset }) =>
      dataset.kind === 'event' &&
      ['stage', 'amount', 'probability'].every(column => dataset.columns.some(({ id }) => id === column)),
  );
  return found?.dataset.id;
}

const [COUNT, AMOUNT, WEIGHTED] = ['deals count', 'deals amount', 'deals weighted'] as const;
const SPAN = { start: 0, end: 0 };

function withDeals(definitions: Definitions, dataset: DatasetId, unit: Unit): Definitions {
  const column = (id: string): Formula => ({ kind: 'reference', id, span: SPAN });
  const weighted: Formula = {
    kind: 'operation',
    operator: '*',
    left: column('amount'),
    right: column('probability'),
    span: SPAN,
  };
  const defined = (id: MetricId, of: Unit, measurement: MetricDefinition['versions'][number]['measurement']) =>
    [
      id,
      {
        id,
        versions: [
          {
            metric: {
              id,
              name: { ja: id, en: id },
              aliases: [],
              meaning: { ja: id, en: id },
              unit: of,
              direction: 'up',
              aggregation: 'sum',
            },
            measurement,
          },
        ],
      },
    ] satisfies [MetricId, MetricDefinition];
  return {
    ...definitions,
    metrics: new Map<MetricId, MetricDefinition>([
      ...definitions.metrics,
      defined(COUNT, { kind: 'count' }, { kind: 'count', dataset, where: [] }),
      defined(AMOUNT, unit, { kind: 'sum', dataset, expression: column('amount'), where: [] }),
      defined(WEIGHTED, unit, { kind: 'sum', dataset, expression: weighted, where: [] }),
    ]),
  };
}

function openDeals(
  deal: string,
  range: DayRange,
  overdue: boolean,
  numberIn: (metric: MetricId, range: DayRange, deal: string) => number,
): OpenDeals[] {
  const count = numberIn(COUNT, range, deal);
  if (!(count > 0)) return [];
  const [amount, weighted] = [numberIn(AMOUNT, range, deal), numberIn(WEIGHTED, range, deal)];
  return [{ stage: deal, count, amount, weighted, overdue }];
}

/** What the goal brought per day lately. */
async function wonPerDay(app: App, { sources, knowledge, key, to }: PlanStage, goal: PlanNode): Promise<number> {
  const metric = sources.byNode.get(goal.id)?.asked;
  if (metric === undefined) return 0;
  const period = { from: addDays(to, 1 - PACE), to };
  const answered = await ask(app, { metrics: [metric], periods: [period], by: [], where: [] }, knowledge, key);
  const [answer] = answered.ok ? answered.value : [];
  const observation = answer?.totals[0]?.observation;
  return ((observation && numberOf(observation)) ?? 0) / PACE;
}
