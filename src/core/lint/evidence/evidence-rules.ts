import { type Ambition, ambitionOf } from '../../ambition/ambition.ts';
import { isYardstick } from '../../ambition/ambition-messages.ts';
import { decimalOf } from '../../number/decimal.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import { unitText } from '../../unit/unit-text.ts';
import type { Attention } from '../facts.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { evidenceMessages, type Yardstick } from './evidence-messages.ts';

const problem = problemsOf(evidenceMessages);

/** Fewer past values have no spread worth the name. */
const HISTORY = 8;
const FAR = 3;

/** Below this nothing is seen of an influence; fewer pairs than this say nothing either way. [DES-60] */
const WEAK = 0.2;
const PAIRS = 12;

/** Nobody looked for so many days, and after so many bad months nothing was done: a KPI for show. [DES-64] */
const UNSEEN_DAYS = 30;
const BEHIND_MONTHS = 3;

/** What facts beside the text say. Each of these rules is silent without them. [LNT-04, DES-20, DES-60] */
export const evidenceRules: readonly Rule[] = [
  { id: 'target-too-easy', needs: 'ambitions', find: lint => judged('target-too-easy', 'too-easy', lint) },
  { id: 'target-unrealistic', needs: 'ambitions', find: lint => judged('target-unrealistic', 'unrealistic', lint) },
  { id: 'target-outside-history', needs: 'histories', find: outsideHistory },
  {
    id: 'target-beyond-forecast',
    needs: 'forecasts',
    find: ({ aimed, facts, place }) =>
      aimed.flatMap(node => {
        const band = facts.forecasts?.get(node.id);
        const target = node.target && Number(node.target.value);
        if (!band || !node.target || target === undefined || node.direction === 'range') return [];
        if (node.direction === 'up' ? target <= band.high : target >= band.low) return [];
        return [problem('target-beyond-forecast', { ...shownOf(node), ...bandOf(band.low, band.high) }, place(node, 'target'))];
      }),
  },
  {
    id: 'influence-not-seen',
    needs: 'relations',
    find: ({ facts, node: nodeOf, place }) =>
      (facts.relations ?? []).flatMap(({ from, to, r, pairs }) => {
        const node = nodeOf(from);
        const isStated = node?.supports.some(support => support.to === to) ?? false;
        if (!node || !isStated || pairs < PAIRS || Math.abs(r) >= WEAK) return [];
        return [problem('influence-not-seen', { node: from, to, r: r.toFixed(2), pairs }, place(node, 'supports'))];
      }),
  },
  {
    id: 'not-measured',
    needs: 'measured',
    find: ({ aimed, facts }) => {
      const found = aimed.filter(({ id, equals }) => !equals && facts.measured?.has(id) === false);
      return found.length > 0 ? [problem('not-measured', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'kpi-without-initiative',
    needs: 'worked',
    find: ({ aimed, facts }) => {
      const found = aimed.filter(({ id, equals }) => !equals && facts.worked?.has(id) === false);
      return found.length > 0 ? [problem('kpi-without-initiative', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'volume-met-quality-missed',
    needs: 'achievements',
    find: ({ kpis, facts, partnerOf, place }) =>
      kpis.flatMap(node => {
        const partner = node.kind === 'quality' ? undefined : partnerOf(node.id);
        const [reached, missed] = [node.id, partner?.id ?? ''].map(id => facts.achievements?.get(id));
        if (!partner || reached === undefined || missed === undefined || reached < 1 || missed >= 1) return [];
        const params = { node: node.id, partner: partner.id, reached: decimalOf(reached), missed: decimalOf(missed) };
        return [problem('volume-met-quality-missed', params, place(node))];
      }),
  },
  {
    id: 'kpi-formalised',
    needs: 'attention',
    find: ({ aimed, facts, place }) =>
      aimed.flatMap(node => {
        const { unseenDays, behindMonths, initiatives } = facts.attention?.get(node.id) ?? NOBODY_KNOWS;
        if (unseenDays === null || unseenDays < UNSEEN_DAYS || behindMonths < BEHIND_MONTHS || initiatives > 0) return [];
        return [problem('kpi-formalised', { node: node.id, days: unseenDays, months: behindMonths }, place(node))];
      }),
  },
];

const NOBODY_KNOWS: Attention = { unseenDays: null, behindMonths: 0, initiatives: 0 };

function judged(code: 'target-too-easy' | 'target-unrealistic', verdict: string, lint: Lint): readonly Problem[] {
  return lint.aimed.flatMap(node => {
    const facts = lint.facts.ambitions?.get(node.id);
    if (!facts || !node.target) return [];
    // The text may be newer than what is known of it.
    const found = ambitionOf({ ...facts, target: Number(node.target.value) });
    if (found.verdict !== verdict) return [];
    const { past } = facts;
    const range = past && { ...bandOf(past.low, past.high), months: past.months };
    return [problem(code, { ...shownOf(node), ...yardstickOf(found), ...range }, lint.place(node, 'target'))];
  });
}

/** What the verdict was reached by; nothing where the target is no possible value. */
function yardstickOf({ because: [reason] }: Ambition): Yardstick {
  const { by, value, down } = reason?.params ?? {};
  return isYardstick(by) && typeof value === 'string' ? { by, value, down: down === true } : {};
}

/** Targets more than three standard deviations from the mean of their past, and beyond anything there ever was. */
function outsideHistory({ aimed, facts, place }: Lint): readonly Problem[] {
  return aimed.flatMap(node => {
    const past = facts.histories?.get(node.id) ?? [];
    const { target } = node;
    if (!target || past.length < HISTORY) return [];
    const mean = past.reduce((sum, value) => sum + value, 0) / past.length;
    const deviation = Math.sqrt(past.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (past.length - 1));
    const value = Number(target.value);
    const [low, high] = [Math.min(...past), Math.max(...past)];
    const z = deviation > 0 ? Math.abs(value - mean) / deviation : 0;
    if (z <= FAR || (value >= low && value <= high)) return [];
    const params = { ...shownOf(node), ...bandOf(low, high), count: past.length, z: z.toFixed(1) };
    return [problem('target-outside-history', params, place(node, 'target'))];
  });
}

function shownOf({ id, target, unit }: PlanNode) {
  return { node: id, target: target?.value ?? '0', unit: unitText(unit) };
}

function bandOf(low: number, high: number) {
  return { low: decimalOf(low), high: decimalOf(high) };
}
