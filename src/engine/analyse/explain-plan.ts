import { type Explanation, explainChange, type Method } from '#core/analyse/explain.ts';
import { explainProblem } from '#core/analyse/explain-messages.ts';
import { explanationText, type Sides } from '#core/analyse/explanation-text.ts';
import type { State } from '#core/analyse/state.ts';
import { unroll } from '#core/analyse/unroll.ts';
import type { Day } from '#core/calendar/day.ts';
import { type DayRange, sameRange } from '#core/calendar/day-range.ts';
import type { PaceProfile } from '#core/calendar/pace.ts';
import { periodOf } from '#core/calendar/period.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { ColumnId } from '#core/measure/dataset.ts';
import type { Condition } from '#core/metric/measurement.ts';
import type { NodeId, Plan, PlanNode } from '#core/plan/plan.ts';
import { ancestorsOf } from '#core/plan/program.ts';
import { failed, ok, type Problem, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { checkedPlan } from '../app/checked-plan.ts';
import { versionAsked } from '../app/plan-version-asked.ts';
import { readLanding } from '../foresee/read-landing.ts';
import { readProgress } from '../progress/plan-progress.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { conditionsOf } from '../query/read-metric.ts';
import { parseSide, type SideAsked, type Stretch, shiftedStretch, stretchName, stretchOf } from './compared-side.ts';
import { forecastState, landingOver, leanTo } from './forecast-state.ts';
import { measuredState } from './measured-state.ts';
import { plannedState } from './planned-state.ts';
import { type CutSide, type SegmentTable, segmentTables } from './segment-tables.ts';

export interface ExplainAsked {
  readonly node: NodeId;
  /** What is explained: `actual` (when not said), `forecast`, `plan`, `plan:VERSION` or a period. */
  readonly from?: string | undefined;
  /** What it is compared with: `plan` (when not said), `plan:VERSION`, `previous`, `last-year` or a period. */
  readonly against?: string | undefined;
  /** The days looked at, where neither side names them; the plan to date of goals, the running month of KPIs. */
  readonly period?: string | undefined;
  readonly by?: ColumnId | undefined;
  readonly method: Method;
  /** Filters of the rows of each side, such as `country = Germany`: two segments beside each other. */
  readonly where: readonly string[];
  readonly againstWhere: readonly string[];
}

export interface ExplainedPlan {
  readonly explanation: Explanation;
  readonly sides: { readonly before: ComparedSide; readonly after: ComparedSide };
  readonly text: Text;
  readonly segments: readonly SegmentTable[];
  readonly problems: readonly Problem[];
}

export interface ComparedSide {
  readonly label: Text;
  readonly kind: State['kind'];
  readonly range: DayRange;
  readonly months: readonly DayRange[];
}

interface Side extends ComparedSide {
  readonly state: State;
  readonly cut: CutSide;
  /** Of a forecast: the state in which a node has the value its landing is shown with; undefined where there is none. [EXP-17] */
  readonly leaning?: (node: NodeId, reading: (state: State) => number | undefined) => State | undefined;
}

/** Explains the change of a plan's node between two sides: measured periods, plan versions, segments. [EXP-14] */
export async function explainPlan(app: App, stage: PlanStage, asked: ExplainAsked): Promise<Result<ExplainedPlan>> {
  const { plan, knowledge } = stage;
  const node = plan.nodes.get(asked.node);
  if (!node) {
    const params = { node: asked.node.slice(0, 100), ...suggestion(asked.node, plan.nodes.keys()) };
    return failed([explainProblem('explain-node-unknown', params, { at: ['node'] })]);
  }
  const texts = { from: asked.from ?? 'actual', against: asked.against ?? 'plan' };
  const from = parseSide(texts.from, plan.calendar, knowledge.today);
  const against = parseSide(texts.against, plan.calendar, knowledge.today);
  if (!from || from.kind === 'previous' || from.kind === 'last-year') return sideProblem(texts.from, 'from');
  if (!against || against.kind === 'forecast') return sideProblem(texts.against, 'against');
  const range = rangeOf(from, asked.period, node, stage);
  if (!range) return sideProblem(asked.period ?? '', 'period');
  const problems: Problem[] = [];
  const stretches = stretchesOf(range, from, against, stage);
  if (stretches.after.slots.length !== stretches.before.slots.length) {
    const params = { current: stretches.after.slots.length, other: stretches.before.slots.length };
    return failed([explainProblem('explain-length-differs', params, { at: ['against'] })]);
  }
  if (stretches.after.whole.to < range.to) problems.push(explainProblem('explain-running', { to: stretches.after.whole.to }));
  const reading = { app, stage, nodes: nodesBelow(plan, node.id), problems };
  const after = await sideOf(reading, from, stretches.after, asked.where, from.kind !== 'plan');
  if (!after.ok) return after;
  const compared = against.kind === 'actual' ? from : against;
  const isSame = sameRange(stretches.after.whole, stretches.before.whole);
  const before = await sideOf(reading, compared, stretches.before, asked.againstWhere, !isSame);
  if (!before.ok) return before;
  const months = stretches.after.slots.length;
  const leant = after.value.leaning?.(node.id, state => {
    const read = unroll(plan, node.id, months, before.value.state, state);
    return read.ok ? read.after : undefined;
  });
  if (after.value.leaning && !leant) problems.push(explainProblem('explain-forecast', {}));
  const explained = explainChange({
    plan,
    node: node.id,
    months,
    before: before.value.state,
    after: leant ?? after.value.state,
    method: asked.method,
  });
  if (!explained.ok) return explained;
  const sides: Sides = { before: before.value, after: after.value };
  const segments =
    asked.by === undefined
      ? []
      : await segmentTables(
          app,
          stage,
          explained.value,
          asked.by,
          { before: before.value.cut, after: after.value.cut },
          problems,
        );
  return ok({
    explanation: explained.value,
    sides: { before: shown(before.value), after: shown(after.value) },
    text: explanationText(explained.value, plan, sides),
    segments,
    problems,
  });
}

function shown({ label, kind, range, months }: Side): ComparedSide {
  return { label, kind, range, months };
}

function sideProblem(text: string, at: string) {
  return failed([explainProblem('explain-side', { text: text.slice(0, 60) }, { at: [at] })]);
}

function rangeOf(
  from: SideAsked,
  period: string | undefined,
  node: PlanNode,
  { plan, to, knowledge }: PlanStage,
): DayRange | undefined {
  if (from.kind === 'period') return from.range;
  if (period !== undefined) {
    const read = parseSide(period, plan.calendar, knowledge.today);
    return read?.kind === 'period' ? read.range : undefined;
  }
  if (from.kind === 'forecast') return plan.period;
  const last = to > plan.period.to ? plan.period.to : to;
  const month = periodOf(last, 'month', plan.calendar);
  return node.role === 'goal' && last >= plan.period.from
    ? { from: plan.period.from, to: month.to < plan.period.to ? month.to : plan.period.to }
    : { from: month.from, to: month.to };
}

/** Both sides' days, months laid beside months; two plans are compared over whole periods. */
function stretchesOf(range: DayRange, from: SideAsked, against: SideAsked, { plan, to }: PlanStage) {
  const { calendar } = plan;
  const after = stretchOf(range, calendar, from.kind === 'plan' || from.kind === 'forecast' ? undefined : to);
  if (against.kind === 'previous' || against.kind === 'last-year') {
    return { after, before: shiftedStretch(after, against.kind, calendar) };
  }
  if (against.kind !== 'period') return { after, before: after };
  const before = stretchOf(against.range, calendar, to);
  if (after.isMonthly && before.isMonthly) return { after, before };
  return { after: asOne(after), before: asOne(before) };
}

function asOne({ whole }: Stretch): Stretch {
  return { slots: [whole], whole, isMonthly: false };
}

/** The node and everything its value is made of. */
function nodesBelow(plan: Plan, node: NodeId): readonly NodeId[] {
  const seen = new Set<NodeId>(ancestorsOf(node, plan.nodes));
  for (const id of seen) {
    const equals = plan.nodes.get(id)?.equals;
    for (const part of equals ? referencesOf(equals) : []) seen.add(part);
  }
  return [...seen];
}

async function sideOf(
  {
    app,
    stage,
    nodes,
    problems,
  }: { readonly app: App; readonly stage: PlanStage; readonly nodes: readonly NodeId[]; readonly problems: Problem[] },
  asked: SideAsked,
  stretch: Stretch,
  where: readonly string[],
  isDated: boolean,
): Promise<Result<Side>> {
  const period = stretchName(stretch, stage.plan.calendar);
  const place = { range: stretch.whole, months: stretch.slots };
  if (asked.kind !== 'plan') {
    const conditions = conditionsIn(stage, nodes, where);
    if (!conditions.ok) return conditions;
    const state = await measuredState(app, stage, nodes, stretch, conditions.value, problems);
    if (asked.kind === 'forecast') {
      const { landing } = await readLanding(app, stage, { seed: FORECAST_SEED });
      const isWhole = sameRange(stretch.whole, stage.plan.period);
      const cut: CutSide = { kind: 'planned', plannedValue: () => undefined };
      return ok({
        label: forecastLabel(isWhole ? undefined : period),
        kind: 'forecast',
        ...place,
        state: forecastState(landing, state, stretch),
        leaning: (node, reading) => {
          const wanted = landingOver(landing, node, stretch);
          const leant = (lean: number) => forecastState(landing, state, stretch, lean);
          const lean = wanted === undefined ? undefined : leanTo(at => reading(leant(at)), wanted);
          return lean === undefined ? undefined : leant(lean);
        },
        cut,
      });
    }
    const filter = where.length === 0 ? '' : where.join(', ');
    const label = filter === '' ? period : { ja: `${period.ja}（${filter}）`, en: `${period.en} (${filter})` };
    const cut: CutSide = { kind: 'measured', range: stretch.whole, where: conditions.value };
    return ok({ label, kind: 'measured', ...place, state, cut });
  }
  const version =
    asked.version === undefined ? stage.version : await versionAsked(app, stage.version.plan, { version: asked.version });
  const arithmetic = version && checkedPlan(app, version, stage.known.metrics.catalogue, stage.known.key).arithmetic;
  if (!version || !arithmetic) return sideProblem(`plan:${asked.version ?? ''}`, 'against');
  const state = plannedState(arithmetic, stretch, await pacesOf(app, stage, stretch));
  if (!state) {
    const { from: planFrom, to: planTo } = stage.plan.period;
    return failed([explainProblem('explain-outside-plan', { ...stretch.whole, planFrom, planTo }, { at: ['against'] })]);
  }
  const isInForce = version.number === stage.version.number;
  const label = planLabel(isInForce ? undefined : version.number, isDated ? period : undefined);
  const one = stretch.slots.length === 1;
  const plannedValue = (node: NodeId) => (one ? state.month(node, 0) : state.whole(node))?.value;
  return ok({ label, kind: 'planned', ...place, state, cut: { kind: 'planned', plannedValue } });
}

/** The same outcomes as the landing shows. */
const FORECAST_SEED = 1;

function forecastLabel(period: Text | undefined): Text {
  return period
    ? { ja: `着地見込（${period.ja}）`, en: `the forecast (${period.en})` }
    : { ja: '着地見込', en: 'the forecast landing' };
}

/** `version`: where it is not the one in force; `period`: where it is not that of the other side. */
function planLabel(version: number | undefined, period: Text | undefined): Text {
  const [ja, en] = version === undefined ? ['計画', 'the plan'] : [`第${version}版の計画`, `version ${version} of the plan`];
  return period ? { ja: `${ja}（${period.ja}）`, en: `${en} (${period.en})` } : { ja, en };
}

function conditionsIn(stage: PlanStage, nodes: readonly NodeId[], where: readonly string[]): Result<readonly Condition[]> {
  if (where.length === 0) return ok([]);
  const datasets = nodes.flatMap(node => stage.sources.byNode.get(node)?.datasets ?? []);
  const dataset = datasets.flatMap(id => stage.knowledge.definitions.datasets.get(id)?.dataset ?? [])[0];
  if (!dataset) return ok([]);
  const { conditions, problems } = conditionsOf(where, dataset);
  return problems.length > 0 ? failed(problems) : ok(conditions);
}

/** How flows come in within a month that is not over, as progress paces them; whole months need none. */
async function pacesOf(app: App, stage: PlanStage, { slots }: Stretch): Promise<(node: PlanNode) => PaceProfile> {
  const { calendar } = stage.plan;
  const isWhole = (slot: DayRange): boolean => {
    const month = periodOf(slot.from, 'month', calendar);
    return month.from === slot.from && month.to === slot.to;
  };
  const even: PaceProfile = { kind: 'business-days' };
  if (slots.every(isWhole)) return () => even;
  const last: Day = slots.at(-1)?.to ?? stage.to;
  const { standing } = await readProgress(app, { ...stage, to: last }, { plan: stage.plan.id, align: 'dates' });
  return node => standing?.paces.get(node.id) ?? even;
}
