import { channelOf } from '../../plan/channel.ts';
import { JOURNEY, journeyCoverage, stageOf } from '../../plan/journey-coverage.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { coverageMessages } from './coverage-messages.ts';

const problem = problemsOf(coverageMessages);

/** The customer's journey, the channels, the budget and the factors. [DES-62] */
export const coverageRules: readonly Rule[] = [
  { id: 'journey-gap', find: journeyGap },
  {
    id: 'journey-one-stage',
    find: ({ kpis }) => {
      const stages = kpis.flatMap(node => stageOf(node) ?? node.metric?.stage ?? []);
      const [stage] = stages;
      const isOne = stage !== undefined && stage !== 'outcome' && stages.every(one => one === stage);
      return isOne && stages.length >= 4 ? [problem('journey-one-stage', { stage, count: stages.length })] : [];
    },
  },
  {
    id: 'stage-quantity-only',
    find: lint =>
      quantityOnly(lint, stageOf).map(([stage, nodes]) =>
        problem('stage-quantity-only', { ...named(nodes), stage }, { line: nodes[0]?.line }),
      ),
  },
  {
    id: 'channel-quantity-only',
    find: lint =>
      quantityOnly(lint, channelOf).map(([channel, nodes]) =>
        problem('channel-quantity-only', { ...named(nodes), channel }, { line: nodes[0]?.line }),
      ),
  },
  {
    id: 'one-channel',
    find: ({ kpis }) => {
      const channels = kpis.flatMap(node => channelOf(node) ?? []);
      const [channel] = channels;
      const isOne = channel !== undefined && channels.length >= 4 && channels.every(one => one === channel);
      return isOne ? [problem('one-channel', { channel, count: channels.length })] : [];
    },
  },
  {
    id: 'channel-without-kpi',
    find: ({ plan, kpis, placeOf }) => {
      const placed = kpis.map(node => ({ id: node.id, stage: null, channel: channelOf(node) ?? null }));
      return journeyCoverage(placed, plan.channels).unwatched.map(channel =>
        problem('channel-without-kpi', { channel }, placeOf(['channels', plan.channels.indexOf(channel)])),
      );
    },
  },
  {
    id: 'executive-without-path',
    find: lint =>
      [...lint.plan.nodes.values()]
        .filter(node => node.executive && !hasKpiPath(node, lint))
        .map(node => problem('executive-without-path', { node: node.id }, lint.place(node, 'executive'))),
  },
  {
    id: 'budget-without-cost',
    find: ({ plan, goals, kpis }) => {
      const hasCost = [...goals, ...kpis].some(
        ({ unit, metric, direction }) =>
          (unit.kind === 'money' && (unit.per !== undefined || direction === 'down')) ||
          unit.kind === 'multiple' ||
          (metric !== undefined && /roi|roas|cost/.test(metric.id)),
      );
      return plan.budget.length > 0 && !hasCost ? [problem('budget-without-cost', { count: plan.budget.length })] : [];
    },
  },
  {
    id: 'factor-without-goal',
    find: ({ plan, placeOf }) =>
      [...plan.factors.values()]
        .filter(({ supports }) => supports.length === 0)
        .map(({ id }) => problem('factor-without-goal', { factor: id }, placeOf(['factors', id]))),
  },
];

/** Stages that nothing shows, between two that something does. */
function journeyGap({ kpis }: Lint): readonly Problem[] {
  const seen = new Set<string>(kpis.flatMap(node => stageOf(node) ?? []));
  const shown = JOURNEY.filter(stage => seen.has(stage));
  const [before, after] = [shown[0], shown.at(-1)];
  if (kpis.length < 4 || before === undefined || after === undefined) return [];
  const stages = JOURNEY.slice(JOURNEY.indexOf(before), JOURNEY.indexOf(after)).filter(stage => !seen.has(stage));
  return stages.length > 0 ? [problem('journey-gap', { stages, before, after })] : [];
}

/** Groups of three KPIs and more that are all quantities, where the plan as a whole is not. */
function quantityOnly(
  { kpis }: Lint,
  groupOf: (node: PlanNode) => string | undefined,
): readonly (readonly [string, readonly PlanNode[]])[] {
  if (kpis.every(({ kind }) => kind === 'quantity')) return [];
  const groups = new Map<string, PlanNode[]>();
  for (const node of kpis) {
    const group = groupOf(node);
    if (group === undefined) continue;
    const nodes = groups.get(group);
    if (nodes) nodes.push(node);
    else groups.set(group, [node]);
  }
  return [...groups].filter(([, nodes]) => nodes.length >= 3 && nodes.every(({ kind }) => kind === 'quantity'));
}

/** Whether a KPI that people have a number for leads to a node: through formulas, stated influences or success factors. [DES-72] */
function hasKpiPath(to: PlanNode, { plan, aimed, partsOf }: Lint): boolean {
  const isAimed = new Set(aimed.map(({ id }) => id));
  const reached = new Set<string>();
  const open: string[] = [to.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    if (id !== to.id && isAimed.has(id)) return true;
    const factors = [...plan.factors.values()].filter(({ supports }) => supports.includes(id)).map(factor => factor.id);
    const under = [...plan.nodes.values()].filter(
      node => node.supports.some(support => support.to === id) || (node.under !== undefined && factors.includes(node.under)),
    );
    open.push(...partsOf(id), ...under.map(node => node.id));
  }
  return false;
}
