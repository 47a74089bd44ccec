import { addDays, type Day } from '#core/calendar/day.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { ColumnId, Dataset } from '#core/measure/dataset.ts';
import type { PartsRequest } from '#core/measure/parts.ts';
import type { Condition, Measurement } from '#core/metric/measurement.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import type { StageDates } from '#core/planner/lag-distribution.ts';
import { type LearnedLag, learnedLag } from '#core/planner/learned-lag.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';

/** The delay of a node's inputs as its rows show it, beside what the plan says. */
export interface LagEvidence {
  readonly node: NodeId;
  /** What the delay is counted from. */
  readonly from: NodeId;
  readonly learned: LearnedLag | undefined;
  /** Rows it is learned from; undefined where no dataset holds the days of both. */
  readonly dataset: { readonly id: string; readonly name: Text } | undefined;
}

/** How long ago somebody may have entered to be counted. */
const YEARS = 3;

/**
 * Learns the delays of a plan from the rows that say who reached which stage when. [PLA-14]
 *
 * In: a plan on a day. Out: one entry per node that is delayed in the plan, with what was learned where the node and what it is counted
 * from are rows of the same people; that is, counts of one dataset of events with a person, or a measured time between two of its
 * events that is said to move the node. Whoever has not reached the later stage counts as under way.
 */
export async function readLearnedLags(app: App, stage: PlanStage): Promise<readonly LagEvidence[]> {
  const found: LagEvidence[] = [];
  for (const node of stage.plan.nodes.values()) {
    const from = node.lag && node.equals ? countedFrom(node, stage) : undefined;
    if (from === undefined) continue;
    const pair = pairOf(node, from, stage);
    if (!pair) {
      found.push({ node: node.id, from, learned: undefined, dataset: undefined });
      continue;
    }
    const { id } = pair.dataset;
    const learned = await app.cache.shared(`lag ${stage.key} ${JSON.stringify([id, pair.from, pair.to])}`, async () =>
      learnedLag(await datesOf(app, pair, stage), stage.to),
    );
    found.push({ node: node.id, from, learned, dataset: { id, name: pair.dataset.name } });
  }
  return found;
}

/** The node a delay is counted from: the one it names, else the first input that adds up over time. */
function countedFrom({ equals, lag }: PlanNode, { plan }: PlanStage): NodeId | undefined {
  if (lag?.after !== undefined) return lag.after;
  return equals && referencesOf(equals, 'same-period').find(id => plan.nodes.get(id)?.time === 'flow');
}

interface Pair {
  readonly dataset: Dataset;
  readonly of: ColumnId;
  readonly from: readonly Condition[];
  readonly to: readonly Condition[];
}

function pairOf(node: PlanNode, from: NodeId, stage: PlanStage): Pair | undefined {
  const [entered, reached] = [measurementOf(from, stage), measurementOf(node.id, stage)];
  if (entered?.kind !== 'count') return undefined;
  const dataset = stage.knowledge.definitions.datasets.get(entered.dataset)?.dataset;
  if (dataset?.kind !== 'event' || dataset.person === undefined) return undefined;
  if (reached?.kind === 'count' && reached.dataset === entered.dataset)
    return { dataset, of: dataset.person, from: entered.where, to: reached.where };
  // Counted elsewhere, but the time between the two is measured and said to move it.
  for (const { id, supports } of stage.plan.nodes.values()) {
    const time = supports.some(({ to }) => to === node.id) ? measurementOf(id, stage) : undefined;
    if (time?.kind === 'between' && time.dataset === entered.dataset && isSame(time.from, entered.where))
      return { dataset, of: time.by, from: time.from, to: time.to };
  }
  return undefined;
}

function measurementOf(node: NodeId, { sources, knowledge }: PlanStage): Measurement | undefined {
  const asked = sources.byNode.get(node)?.asked;
  return asked === undefined ? undefined : knowledge.definitions.metrics.get(asked)?.versions.at(-1)?.measurement;
}

function isSame(a: readonly Condition[], b: readonly Condition[]): boolean {
  const text = (conditions: readonly Condition[]) => conditions.map(one => JSON.stringify(one)).toSorted();
  return JSON.stringify(text(a)) === JSON.stringify(text(b));
}

/** Conversions by their days, and by weeks of entering those that have not converted. */
async function datesOf(app: App, { dataset, of, from, to }: Pair, stage: PlanStage): Promise<readonly StageDates[]> {
  const live = stage.knowledge.live.get(dataset.id) ?? [];
  const weeks = Array.from({ length: YEARS * 52 }, (_, week) => {
    const end = addDays(stage.to, -7 * week);
    return { from: addDays(end, -6), to: end };
  });
  const first = weeks.at(-1)?.from ?? stage.to;
  const request = (take: PartsRequest['take'], periods: PartsRequest['periods'], where: readonly Condition[]) =>
    app.warehouse.parts({ dataset, take, periods, by: [], where, live });
  const [paired, entered] = await Promise.all([
    request({ kind: 'between', of, from, to }, [{ from: first, to: stage.to }], []),
    request({ kind: 'distinct', column: of }, weeks, from),
  ]);
  if (!paired.ok || !entered.ok || paired.value.kind !== 'parts' || entered.value.kind !== 'parts') return [];
  const converted = paired.value.parts.flatMap(({ figure }): readonly StageDates[] =>
    figure.kind === 'between' ? figure.pairs.filter(pair => pair.from >= first) : [],
  );
  const open = entered.value.parts.flatMap(({ period, figure }): readonly StageDates[] => {
    const week = weeks[period];
    if (!week || figure.kind !== 'distinct') return [];
    const left = figure.distinct - within(converted, week.from, week.to);
    return left > 0 ? [{ from: week.from, count: left }] : [];
  });
  return [...converted, ...open];
}

function within(converted: readonly StageDates[], from: Day, to: Day): number {
  return converted.reduce((sum, one) => (one.from >= from && one.from <= to ? sum + (one.count ?? 1) : sum), 0);
}
