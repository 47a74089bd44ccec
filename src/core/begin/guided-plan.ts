import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Metric } from '../metric/metric.ts';
import { reasonForAim } from '../plan/goals-for-aim.ts';
import { parseShare } from '../plan/target.ts';
import { normalise } from '../text/normalise.ts';
import { freeId, nodeId } from './node-id.ts';
import { typedFormula } from './typed-formula.ts';
import { type BegunNode, type BegunPlan, begunTexts } from './write-plan.ts';

/** What has been answered so far; what is empty is open. Plain data, so that it can be kept and taken up again. [BEG-30] */
export interface GuidedAnswers {
  readonly aim: string;
  readonly area: string;
  /** A metric's id, or a name of one's own. */
  readonly goal: string;
  readonly target: string;
  /** Of whom a goal that is a share is one. */
  readonly population: string;
  readonly from: Day;
  readonly to: Day;
  /** How a node is taken apart, in ids. */
  readonly formulas: Readonly<Record<string, string>>;
  /** The goal's formula in one's own words, in place of a known one. */
  readonly ownFormula: string;
  /** Other ways to take the goal apart that are compared with the chosen one, in ids. [DES-09] */
  readonly alternatives: readonly string[];
  readonly factors: readonly GuidedFactor[];
  /** Marks from 1 to 5 and shares of resources, by factor, as typed. [DES-12] */
  readonly impacts: Readonly<Record<string, string>>;
  readonly feasibilities: Readonly<Record<string, string>>;
  readonly shares: Readonly<Record<string, string>>;
  /** By node, as typed. */
  readonly targets: Readonly<Record<string, string>>;
  readonly owners: Readonly<Record<string, string>>;
  /** Answers for everything nobody else does. */
  readonly owner: string;
  readonly name: string;
}

export interface GuidedFactor {
  readonly id: string;
  readonly name: string;
  readonly because: string;
  /** The part of the formula it moves. */
  readonly part: string;
  /** Metrics that show it beside that part. */
  readonly kpis: readonly MetricId[];
}

export interface GuidedPlace {
  readonly id: string;
  readonly name: string;
  readonly calendar: CalendarSettings;
  readonly currency: string;
}

/** A node of the plan that grows with the answers. */
export interface GuidedNode {
  readonly id: string;
  readonly name: string | undefined;
  readonly metric: Metric | undefined;
  readonly formula: string | undefined;
  /** The factor it stands under. */
  readonly factor: string | undefined;
  readonly isGoal: boolean;
  /** Only another way that is compared asks for it. */
  readonly isCompared: boolean;
}

const PLAIN = { name: undefined, formula: undefined, factor: undefined, isGoal: false, isCompared: false } as const;

/** The other ways that are compared; none where there is nothing to compare them with. */
function waysOf({ alternatives }: GuidedAnswers, chosen: string | undefined): readonly string[] {
  return chosen === undefined ? [] : alternatives.filter(text => text !== chosen);
}

function partsOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? referencesOf(parsed.value) : [];
}

/** The goal, everything its formulas name, the KPIs of the factors, and what other ways ask for; each once, from the top down. [BEG-31] */
export function guidedNodes(answers: GuidedAnswers, catalogue: Catalogue): readonly GuidedNode[] {
  const goal = goalOf(answers, catalogue);
  if (!goal) return [];
  const own =
    answers.ownFormula.trim() === '' ? undefined : typedFormula(answers.ownFormula, name => metricNamed(name, catalogue));
  const names = new Map(own?.parts.map(({ id, name }) => [id, name]) ?? []);
  const nodes = new Map<string, GuidedNode>();
  const visit = (id: string, isGoal: boolean, above: ReadonlySet<string>) => {
    if (nodes.has(id)) return;
    const formula = isGoal && own ? own.text : answers.formulas[id];
    const parts = formula === undefined || formula === '' ? [] : partsOf(formula);
    const isSound = parts.length > 0 && !parts.some(part => above.has(part) || part === id);
    const metric = catalogue.metrics.get(id);
    nodes.set(id, {
      id,
      name: isGoal ? goal.name : metric ? undefined : names.get(id),
      metric,
      formula: isSound ? formula : undefined,
      factor: answers.factors.find(({ part }) => part === id)?.id,
      isGoal,
      isCompared: false,
    });
    if (isSound) for (const part of parts) visit(part, false, new Set([...above, id]));
  };
  visit(goal.id, true, new Set());
  for (const factor of answers.factors) {
    for (const id of factor.kpis) {
      const metric = catalogue.metrics.get(id);
      if (metric && !nodes.has(id)) {
        nodes.set(id, { ...PLAIN, id, metric, factor: factor.id });
      }
    }
  }
  for (const id of waysOf(answers, nodes.get(goal.id)?.formula).flatMap(partsOf)) {
    const metric = catalogue.metrics.get(id);
    if (metric && !nodes.has(id)) nodes.set(id, { ...PLAIN, id, metric, isCompared: true });
  }
  return [...nodes.values()];
}

/**
 * The two texts of the plan that the answers make; undefined until there is a goal. What is not answered is undecided and counted,
 * never made up. [BEG-32]
 */
export function guidedTexts(answers: GuidedAnswers, place: GuidedPlace, catalogue: Catalogue) {
  const nodes = guidedNodes(answers, catalogue);
  const [goal, ...others] = nodes;
  if (!goal) return undefined;
  const known = new Set(nodes.map(({ id }) => id));
  const alternatives = waysOf(answers, goal.formula).filter(way => partsOf(way).every(id => known.has(id) && id !== goal.id));
  const area = answers.area.trim();
  const areaId = area === '' ? undefined : freeId(nodeId(area), id => nodes.some(node => node.id === id));
  const taken = new Set([...nodes.map(({ id }) => id), ...(areaId === undefined ? [] : [areaId])]);
  const factorIds = new Map(answers.factors.map(({ id }) => [id, freeId(id, wanted => taken.has(wanted))]));
  const ownerOf = (id: string) => answers.owners[id] || answers.owner || undefined;
  const plan: BegunPlan = {
    ...place,
    period: { from: answers.from, to: answers.to },
    areas: areaId === undefined ? [] : [{ id: areaId, name: area }],
    goals: [
      {
        id: goal.id,
        fields: {
          name: goal.name,
          area: areaId,
          aim: answers.aim.trim() || undefined,
          'aim-because': goal.metric && reasonForAim(answers.aim, goal.metric.id),
          target: goalTarget(answers),
          population: answers.population.trim() || undefined,
          equals: goal.formula,
          alternatives: alternatives.length === 0 ? undefined : alternatives,
          owner: ownerOf(goal.id),
        },
      },
    ],
    factors: answers.factors.map(({ id, name, because }) => ({
      id: factorIds.get(id) ?? id,
      name,
      supports: [goal.id],
      because,
      ...marksOf(answers, id),
    })),
    kpis: others.map((node): BegunNode => {
      const target = answers.targets[node.id]?.trim();
      return {
        id: node.id,
        fields: {
          name: node.name,
          under: node.factor === undefined ? undefined : factorIds.get(node.factor),
          target: target || (node.formula === undefined && !node.isCompared ? UNDECIDED : undefined),
          equals: node.formula,
          owner: target ? ownerOf(node.id) : undefined,
          watch: node.isCompared && !target ? true : undefined,
        },
      };
    }),
  };
  return begunTexts(plan);
}

const UNDECIDED = '未定';

/** What is not said, or is no mark and no share, is left out. */
function marksOf({ impacts, feasibilities, shares }: GuidedAnswers, factor: string) {
  const mark = (typed: string | undefined) => (typed !== undefined && /^[1-5]$/.test(typed) ? Number(typed) : undefined);
  const typed = shares[factor]?.trim() ?? '';
  const share = /^[0-9.]+$/.test(typed) ? `${typed}%` : typed;
  return {
    impact: mark(impacts[factor]),
    feasibility: mark(feasibilities[factor]),
    share: typed === '' || parseShare(share) === undefined ? undefined : share,
  };
}

function goalOf(
  { goal }: GuidedAnswers,
  { metrics }: Catalogue,
): { readonly id: string; readonly name: string | undefined } | undefined {
  const typed = goal.trim();
  if (typed === '') return undefined;
  if (metrics.has(typed)) return { id: typed, name: undefined };
  const id = nodeId(typed);
  return { id: id === '' || metrics.has(id) ? 'goal' : id, name: typed };
}

/** The goal's number is one by the plan's last day, unless it says something else. */
function goalTarget({ target, to }: GuidedAnswers): string {
  const typed = target.trim();
  if (typed === '') return UNDECIDED;
  return /まで|by |未定|TBD|undecided/i.test(typed) ? typed : `${typed} by ${to}`;
}

function metricNamed(name: string, { metrics }: Catalogue): MetricId | undefined {
  const wanted = normalise(name);
  for (const metric of metrics.values()) {
    if (normalise(metric.name.ja) === wanted || normalise(metric.name.en) === wanted) return metric.id;
  }
  return undefined;
}
