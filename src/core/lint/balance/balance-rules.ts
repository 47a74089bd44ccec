import { setValue } from '../../plan/edit.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import { isKindOf } from '../../unit/thing.ts';
import type { Thing } from '../../unit/unit.ts';
import { unitText } from '../../unit/unit-text.ts';
import { betterBy } from '../better-by.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { balanceMessages } from './balance-messages.ts';

const problem = problemsOf(balanceMessages);

/** Quantity and quality, short and long, leading and lagging, and what guards a goal. [DES-41, DES-44, DES-46, DES-62, DES-63] */
export const balanceRules: readonly Rule[] = [
  {
    id: 'quantity-only',
    find: lint => (isQuantityOnly(lint) ? [problem('quantity-only', named(lint.kpis))] : []),
  },
  {
    id: 'quantity-without-quality',
    find: lint =>
      isQuantityOnly(lint)
        ? []
        : lint.aimed
            .filter(node => node.kind === 'quantity' && !hasQuality(node, lint))
            .map(node => problem('quantity-without-quality', { node: node.id, ...ideaFor(node) }, lint.place(node))),
  },
  {
    id: 'quality-share',
    find: ({ kpis }) => {
      const quantity = kpis.filter(({ kind }) => kind === 'quantity').length;
      const quality = kpis.filter(({ kind }) => kind === 'quality').length;
      const all = quantity + quality;
      const isLopsided = all >= 5 && quantity > 0 && quality > 0 && Math.min(quantity, quality) < 0.3 * all;
      return isLopsided ? [problem('quality-share', { quantity, quality })] : [];
    },
  },
  {
    id: 'pair-undeclared',
    find: lint =>
      lint.kpis.flatMap(node => {
        const partner = node.kind === 'quantity' && !lint.partnerOf(node.id) ? knownPartner(node, lint) : undefined;
        return partner && !lint.partnerOf(partner.id)
          ? [problem('pair-undeclared', { node: node.id, partner: partner.id }, lint.place(node))]
          : [];
      }),
    fix: ({ params }, { source }) => setValue(source, ['kpis', String(params.node), 'pair'], String(params.partner)),
  },
  {
    id: 'pair-same-kind',
    find: ({ kpis, node: nodeOf, place }) =>
      kpis.flatMap(node => {
        const partner = node.pair === undefined ? undefined : nodeOf(node.pair);
        if (!partner || node.kind === undefined || node.kind !== partner.kind) return [];
        return [problem('pair-same-kind', { node: node.id, partner: partner.id, kind: node.kind }, place(node, 'pair'))];
      }),
  },
  {
    id: 'quality-planned-down',
    find: lint =>
      lint.kpis.flatMap(node => {
        const partner = node.kind === 'quality' ? undefined : lint.partnerOf(node.id);
        if (!partner?.target || !partner.baseline || betterBy(node) !== 1 || betterBy(partner) !== -1) return [];
        const { target, baseline, unit } = partner;
        return [
          problem(
            'quality-planned-down',
            { node: node.id, partner: partner.id, from: baseline.value, to: target.value, unit: unitText(unit) },
            lint.place(partner, 'target'),
          ),
        ];
      }),
  },
  {
    id: 'short-term-only',
    find: lint => (isShortOnly(lint) ? [problem('short-term-only', { count: lint.kpis.length })] : []),
  },
  {
    id: 'horizon-gap',
    find: lint => {
      if (isShortOnly(lint) || lint.kpis.length < 6) return [];
      const said = lint.kpis.filter(({ horizon }) => horizon !== undefined);
      if (said.length * 2 < lint.kpis.length) return [];
      return (['short', 'mid', 'long'] as const)
        .filter(one => said.every(({ horizon }) => horizon !== one && !(one === 'mid' && horizon === 'mid-long')))
        .map(missing => problem('horizon-gap', { missing }));
    },
  },
  { id: 'acquisition-without-retention', find: acquisitionOnly },
  {
    id: 'lagging-only',
    find: ({ kpis }) => {
      const known = kpis.filter(({ metric }) => metric !== undefined);
      const isLate = known.length >= 3 && known.every(({ metric, horizon }) => metric?.leading !== true && horizon !== 'short');
      return isLate ? [problem('lagging-only', {})] : [];
    },
  },
  {
    id: 'horizon-doubtful',
    find: ({ kpis, place }) =>
      kpis.flatMap(node => {
        const usual = node.metric?.horizon;
        const isFar = (node.horizon === 'short' && usual === 'long') || (node.horizon === 'long' && usual === 'short');
        return isFar && usual && node.horizon
          ? [problem('horizon-doubtful', { node: node.id, said: node.horizon, usual }, place(node, 'horizon'))]
          : [];
      }),
  },
  {
    id: 'short-not-controllable',
    find: ({ kpis, place }) =>
      kpis.flatMap(node => {
        const { horizon, controllability } = node;
        if (horizon !== 'short' || controllability === undefined || controllability > 2) return [];
        return [problem('short-not-controllable', { node: node.id, mark: controllability }, place(node, 'controllability'))];
      }),
  },
  {
    id: 'long-only-activity',
    find: ({ kpis, place }) =>
      kpis
        .filter(({ horizon, shows }) => horizon === 'long' && shows === 'activity')
        .map(node => problem('long-only-activity', { node: node.id }, place(node, 'shows'))),
  },
  {
    id: 'goal-without-guardrail',
    find: lint => {
      const first = lint.goals[0];
      return first && lint.aimed.length > 0 && !lint.kpis.some(isGuardrail)
        ? [problem('goal-without-guardrail', { goal: first.id }, lint.place(first))]
        : [];
    },
  },
  {
    id: 'rate-without-volume',
    find: lint =>
      lint.aimed.flatMap(node => {
        const over = node.unit.kind === 'ratio' && node.direction === 'up' ? node.unit.over : undefined;
        if (over === undefined || over === 'money' || lint.inGoal.has(node.id) || isCounted(over, lint)) return [];
        return [problem('rate-without-volume', { node: node.id, thing: over }, lint.place(node))];
      }),
  },
  {
    id: 'cost-without-volume',
    find: lint =>
      lint.aimed.flatMap(node => {
        const per = node.unit.kind === 'money' && node.direction === 'down' ? node.unit.per : undefined;
        if (per === undefined || isCounted(per, lint)) return [];
        return [problem('cost-without-volume', { node: node.id, thing: per }, lint.place(node))];
      }),
  },
];

function isQuantityOnly({ kpis }: Lint): boolean {
  return kpis.length > 0 && kpis.every(({ kind }) => kind === 'quantity');
}

/** A partner that is named, that the catalogue names, or a rate of the very thing that is counted. */
function hasQuality(node: PlanNode, lint: Lint): boolean {
  if (lint.partnerOf(node.id) || knownPartner(node, lint)) return true;
  const thing = node.unit.kind === 'count' ? node.unit.of : undefined;
  return thing !== undefined && lint.kpis.some(({ unit }) => unit.kind === 'ratio' && unit.over === thing);
}

function knownPartner(node: PlanNode, { ofMetric }: Lint): PlanNode | undefined {
  const partner = node.metric?.pair;
  const same = partner === undefined ? [] : ofMetric(partner);
  return same.length === 1 && same[0]?.kind === 'quality' ? same[0] : undefined;
}

function ideaFor(node: PlanNode): { readonly ideaJa?: string; readonly ideaEn?: string } {
  const idea = node.metric?.pair;
  return idea === undefined ? {} : { ideaJa: idea, ideaEn: idea };
}

function isShortOnly({ kpis }: Lint): boolean {
  return kpis.length > 0 && kpis.every(({ horizon }) => horizon === 'short');
}

const ACQUISITION: ReadonlySet<string> = new Set([
  'new-customers',
  'new-buyers',
  'new-members',
  'new-accounts',
  'new-mrr',
  'cac',
  'cost-per-new-buyer',
]);

/** New customers are counted and nothing says whether they stay. [DES-44, DES-63] */
function acquisitionOnly({ kpis, goals }: Lint): readonly Problem[] {
  const acquiring = kpis.filter(({ metric }) => metric !== undefined && ACQUISITION.has(metric.id));
  const stays = [...kpis, ...goals].some(
    ({ metric }) => metric?.stage === 'retention' || metric?.stage === 'advocacy' || metric?.id === 'ltv',
  );
  return acquiring.length > 0 && !stays ? [problem('acquisition-without-retention', named(acquiring))] : [];
}

/** What must not get worse: quality, a cost, an upper bound, a value that is to be held. */
function isGuardrail({ kind, direction, target, unit }: PlanNode): boolean {
  if (kind === 'quality' || direction === 'down' || unit.kind === 'score') return true;
  return target?.sign === 'at-most' || target?.sign === 'between' || target?.sign === 'equal';
}

function isCounted(thing: Thing, { plan, things }: Lint): boolean {
  return [...plan.nodes.values()].some(({ unit }) => {
    const of = unit.kind === 'count' && !unit.per ? unit.of : undefined;
    return of !== undefined && (isKindOf(of, thing, things) || isKindOf(thing, of, things));
  });
}
