import type { LandingAnswer, NodeForecastAnswer } from '#contract/foresee.ts';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Landing } from '#core/foresee/landing.ts';
import { recordSentence } from '#core/foresee/landing-record-sentence.ts';
import {
  basisSentences,
  METHOD,
  missingSentence,
  moverSentence,
  NO_PIPELINE,
  NO_VALUES,
  pipelineSentences,
  warningSentence,
} from '#core/foresee/landing-sentences.ts';
import { fallSentence, reachSentence, shortfallSentence } from '#core/foresee/leading-sentences.ts';
import { outlookSentences } from '#core/foresee/outlook-sentences.ts';
import type { ShortfallMonth } from '#core/foresee/shortfall-month.ts';
import type { Plan, PlanNode } from '#core/plan/plan.ts';
import type { ForecastBasis } from '#core/stats/forecast.ts';
import { sameText, type Text } from '#core/text/text.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { App } from '#engine/app/app.ts';
import { versionEntry } from '#engine/app/plan-version-asked.ts';
import { readLanding } from '#engine/foresee/read-landing.ts';
import { readLandingRecord } from '#engine/foresee/read-landing-record.ts';
import { type NodeOutlook, readNodeForecast, type SeriesForecast } from '#engine/foresee/read-node-forecast.ts';
import type { PipelineRead } from '#engine/foresee/read-pipeline.ts';
import { listInitiatives } from '#engine/ledger/initiative-store.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const foreseeHandlers: HandlersOf<'landing' | 'landingRecord' | 'nodeForecast'> = {
  landing: async ({ plan: id, to, 'as-known': asKnown, version, seed, draws }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const { stage } = staged;
    const { landing, pipeline, problems: found } = await readLanding(app, stage, { seed, draws });
    return value({
      plan: id,
      name: stage.plan.name,
      version: await versionEntry(app, stage.version),
      to: stage.to,
      today: stage.known.today,
      asKnown: asKnown ?? null,
      period: stage.plan.period,
      seed,
      draws,
      months: landing.months,
      ...landingView(landing, stage.plan),
      initiatives: await initiativesOf(app, landing.initiatives),
      pipeline: pipelineView(pipeline, landing, stage.plan),
      method: METHOD,
      problems: wireProblems(found),
    });
  },
  landingRecord: async ({ plan: id, to, 'as-known': asKnown, version }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const records = await readLandingRecord(app, staged.stage);
    const goals = records.map(record => ({ ...record, sentence: recordSentence(record) }));
    return value({ plan: id, to: staged.stage.to, goals });
  },
  nodeForecast: async ({ plan: id, node: nodeId, to, 'as-known': asKnown, version }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const { stage } = staged;
    const node = stage.plan.nodes.get(nodeId);
    if (!node) return missing(`${id}/${nodeId}`);
    const { monthly, outlook, daily, problems: found } = await readNodeForecast(app, stage, nodeId);
    return value({
      plan: id,
      version: await versionEntry(app, stage.version),
      to: stage.to,
      today: stage.known.today,
      asKnown: asKnown ?? null,
      node: nodeId,
      name: node.name,
      unit: node.unit,
      monthly: seriesView(monthly),
      outlook: outlookView(outlook, node, stage.plan.calendar),
      daily: daily && seriesView(daily),
      problems: wireProblems(found),
    });
  },
};

function seriesView({ past, ahead, forecast }: SeriesForecast): NodeForecastAnswer['monthly'] {
  const known = past.map(({ range, value: number }) => ({ from: range.from, to: range.to, value: number }));
  if (forecast.state === 'none') return { past: known, ahead: [], basis: null, why: NO_VALUES };
  const points = ahead.flatMap((range, h) => {
    const point = forecast.points[h];
    return point ? [{ from: range.from, to: range.to, ...point }] : [];
  });
  return { past: known, ahead: points, basis: basisView(forecast.basis), why: null };
}

function basisView({ coverage, ...basis }: ForecastBasis): NonNullable<NodeForecastAnswer['monthly']['basis']> {
  return {
    ...basis,
    coverage: coverage ?? null,
    sentences: basisSentences({ ...basis, ...(coverage ? { coverage } : {}) }),
  };
}

function landingView(landing: Landing, plan: Plan) {
  const nameOf = (id: string): Text => plan.nodes.get(id)?.name ?? sameText(id);
  const unitOf = (id: string): Unit => plan.nodes.get(id)?.unit ?? { kind: 'count' };
  return {
    nodes: landing.nodes.map(({ missing: unknown, movers, reach, ...node }) => {
      const unit = unitOf(node.node);
      return {
        ...node,
        why: node.landing ? null : missingSentence(unknown.map(nameOf)),
        movers: movers.map(mover => ({ ...mover, sentence: moverSentence(mover, nameOf(mover.leaf), unit) })),
        reach: reach.map(each => ({ ...each, sentence: reachSentence(each, nameOf(each.leaf), unitOf(each.leaf)) })),
      };
    }),
    leaves: landing.leaves.map(({ node, basis, medians }) => ({ node, medians, basis: basisView(basis) })),
    fits: landing.fits,
    warnings: landing.warnings.map(warning => ({
      ...warning,
      shows: warning.shows && showsView(warning.shows, landing, plan),
      sentence: warningSentence(warning, nameOf(warning.node), unitOf(warning.node)),
    })),
    falls: landing.falls.map(fall => ({
      node: fall.leader,
      ...rangeOf(fall.month),
      change: fall.change,
      goal: fall.follower,
      months: fall.months,
      by: fall.by,
      showsIn: rangeOf(fall.showsIn),
      sentence: fallSentence(fall, nameOf(fall.leader), nameOf(fall.follower), plan.calendar),
    })),
    assumed: landing.assumed,
  };
}

function showsView({ month, leaders }: ShortfallMonth, { months }: Landing, plan: Plan) {
  const rangeAt = (place: number): DayRange => rangeOf(months[place] ?? plan.period);
  const named = leaders.map(leader => ({
    ...leader,
    range: rangeAt(leader.month),
    name: plan.nodes.get(leader.leader)?.name ?? sameText(leader.leader),
  }));
  return {
    ...rangeAt(month),
    leaders: named.map(({ leader, range, months: lead, by, value: own, wanted }) => ({
      node: leader,
      ...range,
      months: lead,
      by,
      value: own,
      wanted,
    })),
    sentence: shortfallSentence(rangeAt(month), named, plan.calendar),
  };
}

function outlookView(
  { trend, reachedIn, target, natural, ahead, ...rest }: NodeOutlook,
  { name, unit }: PlanNode,
  calendar: CalendarSettings,
): NodeForecastAnswer['outlook'] {
  return {
    ...rest,
    trend: trend && { slope: trend.slope, next: trend.next, reachedIn },
    target: target && { value: target.value, ...target.month },
    natural: natural && {
      growth: natural.growth,
      leftOut: natural.leftOut,
      line: ahead.flatMap((range, h) => {
        const found = natural.line[h];
        return found === undefined ? [] : [{ ...rangeOf(range), value: found }];
      }),
    },
    sentences: outlookSentences({ ...rest, trend, reachedIn, target, natural }, name, unit, calendar),
  };
}

function rangeOf({ from, to }: DayRange): DayRange {
  return { from, to };
}

async function initiativesOf(app: App, ids: readonly string[]): Promise<LandingAnswer['initiatives']> {
  if (ids.length === 0) return [];
  const all = await listInitiatives(app.workspace.ledger.db, {});
  return all.flatMap(({ id, title }) => (ids.includes(id) ? [{ id, title }] : []));
}

function pipelineView(read: PipelineRead, landing: Landing, plan: Plan): LandingAnswer['pipeline'] {
  if (read.state === 'none') return { ...read, sentence: NO_PIPELINE[read.why] };
  const { goal, dataset, cycleDays } = read;
  const simulated = landing.nodes.find(({ node }) => node === goal)?.landing?.p50;
  const unit = plan.nodes.get(goal)?.unit ?? { kind: 'count' as const };
  return {
    state: 'pipeline',
    goal,
    dataset,
    cycleDays,
    ...read.landing,
    sentences: simulated === undefined ? [] : pipelineSentences(read.landing, simulated, unit),
  };
}
