import { allocationText } from '#contract/allocation-text.ts';
import { measurementText } from '#contract/measurement-text.ts';
import { pathSentence } from '#contract/path-sentence.ts';
import { nodeViewOf } from '#contract/plan-view-of.ts';
import { stageBreaks } from '#core/agree/stage-definition.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { pathToGoal } from '#core/plan/tree.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sameText } from '#core/text/text.ts';
import type { App } from '#engine/app/app.ts';
import { versionEntry } from '#engine/app/plan-version-asked.ts';
import { listAnnotations } from '#engine/ledger/annotation-store.ts';
import { listComments } from '#engine/ledger/comment-store.ts';
import { listInitiatives } from '#engine/ledger/initiative-store.ts';
import { readStageDefinitions } from '#engine/ledger/lead-stage-store.ts';
import { searchLessons } from '#engine/ledger/lesson-store.ts';
import { listToDos } from '#engine/ledger/to-do-store.ts';
import { type KpiSeries, readKpiSeries, type SeriesPoint } from '#engine/progress/kpi-series.ts';
import { throughOf } from '#engine/progress/last-day.ts';
import { datasetsUnder } from '#engine/progress/node-sources.ts';
import { readProgress } from '#engine/progress/plan-progress.ts';
import { type PlanStage, stagePlan } from '#engine/progress/plan-stage.ts';
import { readAllocation } from '#engine/progress/read-allocation.ts';
import { readAnswers } from '#engine/progress/read-answers.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { unstaged } from '../unstaged.ts';
import { metricEntryOf } from './catalogue.ts';
import { nodeSourcesOf } from './progress.ts';

export const kpiPageHandlers: HandlersOf<'kpiPage'> = {
  kpiPage: async ({ plan: id, node: nodeId, to, 'as-known': asKnown, version, align }, { app }) => {
    const asked = { plan: id, to, asKnown, version, align };
    const staged = await stagePlan(app, asked);
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const { stage } = staged;
    const node = stage.plan.nodes.get(nodeId);
    const source = stage.sources.byNode.get(nodeId);
    if (!node || !source) return missing(`${id}/${nodeId}`);
    const { standing } = await readProgress(app, stage, asked);
    const found: Problem[] = [];
    const series = standing
      ? await readKpiSeries(app, stage, nodeId, standing.planned, found)
      : { daily: [], weekly: [], monthly: [] };
    const parts = node.equals ? referencesOf(node.equals, 'same-period') : [];
    const metric = stage.known.metrics.catalogue.metrics.get(source.metric);
    const own = standing?.nodes.find(each => each.node === nodeId);
    const frame = own?.[own.main];
    return value({
      plan: id,
      version: await versionEntry(app, stage.version),
      to: standing?.frames.to ?? stage.to,
      today: stage.known.today,
      asKnown: asKnown ?? null,
      node: nodeViewOf(node, stage.plan, stage.parsed.source, stage.known.metrics.catalogue),
      metric: metric ? metricEntryOf(metric, stage.known) : null,
      basis: node.basis,
      source: nodeSourcesOf(stage, standing).find(each => each.node === nodeId) ?? neverMissing(nodeId),
      definitions: definitionsOf(stage, source.asked),
      progress: own ?? null,
      allocation: await allocationOf(app, stage, source.asked, frame?.range),
      answers: (frame && (await readAnswers(app, stage, source.asked, frame.range))) ?? null,
      parts: standing?.nodes.filter(each => parts.includes(each.node)) ?? [],
      series: seriesView(series),
      path: pathToGoal(nodeId, stage.plan).map(step => ({
        node: step.node,
        to: step.to,
        by: step.by,
        sentence: pathSentence(step, stage.plan),
      })),
      stageBreaks: stageBreaks(await readStageDefinitions(app.workspace.ledger.db), source.metric),
      ...(await actsOn(app, id, node)),
    });
  },
};

async function allocationOf(app: App, stage: PlanStage, metric: string | undefined, range: DayRange | undefined) {
  const found = range && (await readAllocation(app, stage, metric, range));
  if (!found) return null;
  const { definitions, catalogue } = stage.knowledge;
  const nameOf = (id: string) =>
    definitions.metrics.get(id)?.versions.at(-1)?.metric.name ?? catalogue.metrics.get(id)?.name ?? sameText(id);
  const columns = [...definitions.datasets.values()].flatMap(({ dataset }) => dataset.columns);
  const columnName = (id: string) => columns.find(column => column.id === id)?.name ?? sameText(id);
  return {
    part: found.part ?? null,
    rules: found.rules.map(({ metric: id, allocation }) => ({
      metric: nameOf(id),
      rule: allocationText(allocation, { metric: nameOf, column: columnName }),
    })),
    to: found.rules.flatMap(({ dataset, allocation }) => allocation.to.map(id => ({ dataset, id, name: columnName(id) }))),
  };
}

function neverMissing(node: string): never {
  throw new Error(`a node without its source: ${node}`);
}

/** Everything people have written down about a KPI. */
async function actsOn(app: App, plan: string, { id: node }: PlanNode) {
  const { db } = app.workspace.ledger;
  const kpi = { plan, node };
  const initiatives = await listInitiatives(db, { kpi });
  const toDos = [];
  for (const { id: initiative } of initiatives) toDos.push(...(await listToDos(db, { initiative })));
  return {
    comments: await listComments(db, kpi),
    initiatives,
    annotations: await listAnnotations(db, kpi),
    toDos,
    lessons: await searchLessons(db, { kpi }),
  };
}

/** How the metric is measured, newest definition first. */
function definitionsOf({ sources, known }: PlanStage, asked: string | undefined) {
  const { catalogue } = known.metrics;
  const { definitions } = sources;
  if (asked === undefined) return [];
  const names = {
    dataset: (id: string) => definitions.datasets.get(id)?.dataset,
    metric: (id: string) =>
      definitions.metrics.get(id)?.versions.at(-1)?.metric.name ?? catalogue.metrics.get(id)?.name ?? sameText(id),
  };
  const formula = catalogue.metrics.get(asked)?.formula;
  const versions =
    definitions.metrics.get(asked)?.versions ??
    (formula
      ? [{ measurement: { kind: 'formula' as const, formula }, since: undefined, ratio: undefined, mode: undefined }]
      : []);
  const datasets = datasetsUnder(asked, { definitions, catalogue }).map(id => {
    const definition = definitions.datasets.get(id);
    return {
      id,
      name: definition?.dataset.name ?? sameText(id),
      source: definition?.source ?? null,
      owner: definition?.owner ?? null,
      through: throughOf(known.live.get(id) ?? []) ?? null,
    };
  });
  return versions.toReversed().map(({ since, measurement, ratio, mode }) => ({
    since: since ?? null,
    measurement: measurementText(measurement, names),
    numerator: ratio?.numerator ?? null,
    denominator: ratio?.denominator ?? null,
    mode: mode ?? null,
    datasets,
  }));
}

function seriesView({ daily, weekly, monthly }: KpiSeries) {
  return { daily: daily.map(pointView), weekly: weekly.map(pointView), monthly: monthly.map(pointView) };
}

function pointView({ planned, definedSince, lastYearSince, estimate, ...point }: SeriesPoint) {
  return {
    ...point,
    planned: planned ?? null,
    definedSince: definedSince ?? null,
    lastYearSince: lastYearSince ?? null,
    estimate: estimate ?? null,
  };
}
