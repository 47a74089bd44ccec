import type { Catalogue } from '../metric/catalogue.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import { dependenciesOf, leadsTo } from './node-formulas.ts';
import { renamedNode, renamedText } from './rename-nodes.ts';
import type { PickListTemplate, PlanTemplate } from './template.ts';
import { templateMessages } from './template-messages.ts';
import type { TemplateFactor, TemplateNode } from './template-schema.ts';

const problem = problemsOf(templateMessages);

/** Most goals a plan has. [DES-07] */
const MOST_GOALS = 3;

/**
 * Several templates as one: earlier ones come first in priority. [TPL-07, DES-49]
 *
 * One node for each metric and population: the earlier target and formula stay, and what was dropped is told. Ids that mean different
 * things are told apart. The goals of all, ranked in order, at most three; further ones become KPIs. A goal of a later template that an
 * earlier one has as a KPI stays that KPI. Pick-lists add their metrics without targets. Tags, factors, shares and identities are kept.
 */
export function combine(
  plans: readonly PlanTemplate[],
  pickLists: readonly PickListTemplate[],
  catalogue: Catalogue,
): { readonly template: PlanTemplate; readonly problems: readonly Problem[] } {
  const [first] = plans;
  if (!first) throw new Error('nothing to combine');
  const merging = new Merging(first);
  for (const plan of plans.slice(1)) merging.add(plan, catalogue);
  for (const list of pickLists) merging.pick(list);
  return merging.result(plans, pickLists);
}

class Merging {
  private readonly problems: Problem[] = [];
  private readonly goals: TemplateNode[];
  private readonly kpis: TemplateNode[];
  private readonly factors: TemplateFactor[];
  private readonly identities: string[];
  private readonly compositions: Record<string, readonly string[]>;
  private readonly first: PlanTemplate;

  constructor(first: PlanTemplate) {
    this.first = first;
    this.goals = [...first.goals];
    this.kpis = [...first.kpis];
    this.factors = [...first.factors];
    this.identities = [...first.identities];
    this.compositions = { ...first.compositions };
  }

  add(plan: PlanTemplate, catalogue: Catalogue): void {
    const names = this.namesFor(plan, catalogue);
    const node = (one: TemplateNode) => renamedNode(one, names);
    const over: string[] = [];
    for (const goal of plan.goals.map(node)) {
      if (this.all().some(({ id }) => id === goal.id)) this.merge(goal, plan.id);
      else if (this.goals.length < MOST_GOALS) this.goals.push(goal);
      else {
        over.push(goal.id);
        const [main] = this.goals;
        this.kpis.push({ ...goal, ...(main ? { under: main.id } : {}) });
      }
    }
    if (over.length > 0) this.problems.push(problem('combined-goals', { goals: over }));
    const leading = new Set(this.goals.map(({ id }) => id));
    for (const factor of plan.factors) {
      const id = names.get(factor.id) ?? factor.id;
      const supports = (factor.supports ?? []).map(to => names.get(to) ?? to);
      this.factors.push({ ...factor, id, supports: leading.size > 0 ? supports : [] });
    }
    for (const kpi of plan.kpis.map(node)) {
      if (this.all().some(({ id }) => id === kpi.id)) this.merge(kpi, plan.id);
      else this.kpis.push(kpi);
    }
    this.identities.push(
      ...plan.identities.map(text => renamedText(text, names)).filter(text => !this.identities.includes(text)),
    );
    for (const [key, ids] of Object.entries(plan.compositions)) {
      const free = key in this.compositions ? `${key}-${plan.id}` : key;
      const renamed = ids.map(id => names.get(id) ?? id);
      if (!Object.values(this.compositions).some(other => other.join() === renamed.join())) this.compositions[free] = renamed;
    }
  }

  /** Its metrics under the main goal, to be given targets; those the plan has already gain the list's tags only. */
  pick(list: PickListTemplate): void {
    const [main] = this.goals;
    for (const group of list.groups) {
      for (const kpi of group.kpis) {
        const tags = { ...group.tags, ...kpi.tags };
        const at = this.kpis.findIndex(({ id }) => id === kpi.id);
        const present = this.kpis[at];
        if (present)
          this.kpis[at] = { ...present, ...(Object.keys(tags).length > 0 ? { tags: { ...tags, ...present.tags } } : {}) };
        else if (!this.goals.some(({ id }) => id === kpi.id))
          this.kpis.push({
            target: 'TBD',
            ...(main && kpi.supports === undefined ? { under: main.id } : {}),
            ...kpi,
            ...(Object.keys(tags).length > 0 ? { tags } : {}),
          });
      }
    }
  }

  result(plans: readonly PlanTemplate[], lists: readonly PickListTemplate[]) {
    const ids = [...plans, ...lists].map(({ id }) => id);
    const guardrails = new Map(plans.flatMap(plan => plan.guardrails.map(one => [one.metric, one] as const)));
    const known = new Set(this.all().map(({ id }) => id));
    const { name, audience, remark: _remark, outcome: _outcome, ...first } = this.first;
    const template: PlanTemplate = {
      ...first,
      id: ids.join('-').slice(0, 60).replace(/-+$/, ''),
      name: plans.length === 1 ? name : joinedNames(plans),
      audience,
      months: Math.max(...plans.map(({ months }) => months)),
      goals: this.goals,
      factors: this.factors,
      kpis: this.kpis,
      identities: this.identities,
      compositions: this.compositions,
      ask: [...new Set(plans.flatMap(({ ask }) => ask))].filter(key => known.has(key.replace(/\.baseline$/, ''))),
      guardrails: [...guardrails.values()],
      known: [],
    };
    return { template, problems: this.problems };
  }

  private all(): readonly TemplateNode[] {
    return [...this.goals, ...this.kpis];
  }

  /** One metric, said twice: what is there stays, what it does not say yet is taken over. */
  private merge(other: TemplateNode, from: string): void {
    const list = this.goals.some(({ id }) => id === other.id) ? this.goals : this.kpis;
    const at = list.findIndex(({ id }) => id === other.id);
    const own = list[at];
    if (!own) return;
    this.tellDifferences(own, other, from);
    const { under: _under, rhythm: _rhythm, equals, lag, ...rest } = other;
    const isCircle = equals !== undefined && leadsTo(dependenciesOf({ ...other, id: own.id }), own.id, this.all());
    const takes = own.equals === undefined && equals !== undefined && !isCircle;
    const undecided = own.target === 'TBD' && other.target !== undefined;
    const { target: _open, ...decidable } = own;
    const { pair: _pair, watch: _watch, ...ofGoal } = rest;
    list[at] = {
      ...(list === this.goals ? ofGoal : rest),
      ...(takes ? { equals, ...(lag === undefined ? {} : { lag }) } : {}),
      ...(undecided ? decidable : own),
      ...(own.tags || other.tags ? { tags: { ...other.tags, ...own.tags } } : {}),
      ...(own.supports || other.supports ? { supports: [...(own.supports ?? []), ...(other.supports ?? [])] } : {}),
    };
  }

  private tellDifferences(own: TemplateNode, other: TemplateNode, from: string): void {
    const [kept, dropped] = [own.target, other.target];
    if (kept !== undefined && dropped !== undefined && kept !== dropped && kept !== 'TBD' && dropped !== 'TBD')
      this.problems.push(problem('combined-differently', { node: own.id, kept, dropped, from }, { at: [own.id] }));
    if (own.equals !== undefined && other.equals !== undefined && own.equals !== other.equals)
      this.problems.push(problem('combined-formula', { node: own.id, from, formula: other.equals }, { at: [own.id] }));
  }

  /** What the other plan's ids are called here: the same where they mean the same, another where they clash. */
  private namesFor(plan: PlanTemplate, catalogue: Catalogue): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const taken = new Set([...this.all(), ...this.factors].map(({ id }) => id));
    const own = new Set([...plan.goals, ...plan.kpis, ...plan.factors].map(({ id }) => id));
    const free = (id: string): string => {
      let name = `${id}-${plan.id}`;
      while (taken.has(name) || own.has(name)) name = `${name}-2`;
      taken.add(name);
      return name;
    };
    for (const node of [...plan.goals, ...plan.kpis]) {
      const same = this.all().find(other => meaningOf(other, catalogue) === meaningOf(node, catalogue));
      if (same) names.set(node.id, same.id);
      else if (taken.has(node.id)) {
        const renamed = free(node.id);
        names.set(node.id, renamed);
        this.problems.push(problem('combined-renamed', { node: node.id, renamed, from: plan.id }, { at: [renamed] }));
      } else taken.add(node.id);
    }
    for (const { id } of plan.factors) {
      if (taken.has(id)) names.set(id, free(id));
      else taken.add(id);
    }
    return names;
  }
}

/** What a node measures and of whom; nodes that agree in it are one. A node of its own is told by everything that defines it. */
function meaningOf(node: TemplateNode, { metrics }: Catalogue): string {
  const metric = node.metric ?? node.id;
  const own = metrics.has(metric) ? metric : `${node.id} ${node.unit ?? ''} ${node.equals ?? ''}`;
  return `${own} | ${node.population?.en ?? ''} | ${node.tags?.segment ?? ''} | ${node.tags?.side ?? ''}`;
}

function joinedNames(plans: readonly PlanTemplate[]): Text {
  return { ja: plans.map(({ name }) => name.ja).join('＋'), en: plans.map(({ name }) => name.en).join(' + ') };
}
