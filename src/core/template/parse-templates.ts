import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { KnownFinding, PlanTemplate, Template } from './template.ts';
import { templateMessages } from './template-messages.ts';
import { type RawTemplate, rawTemplates, type TemplateNode } from './template-schema.ts';

/** Every template the product knows, by id, in the order of its files. */
export type Templates = ReadonlyMap<string, Template>;

const problem = problemsOf(templateMessages);

/** Turns the files of `template/` (merged into one object) into templates; every metric must be in the catalogue. [TPL-01, TPL-02] */
export function parseTemplates(raw: unknown, catalogue: Catalogue): Result<Templates> {
  const read = rawTemplates.safeParse(raw);
  if (!read.success) {
    return failed(
      read.error.issues.map(issue => problem('template-shape', { detail: `${issue.path.join('.')}: ${issue.message}` })),
    );
  }
  const templates = new Map(Object.entries(read.data).map(([id, one]) => [id, templateOf(id, one)]));
  const problems = [...templates.values()].flatMap(template => unknownMetrics(template, catalogue));
  return problems.length > 0 ? failed(problems) : ok(templates);
}

function templateOf(id: string, raw: RawTemplate): Template {
  const { name, meaning, for: audience } = raw;
  const about = { id, name, meaning, audience };
  switch (raw.kind) {
    case 'plan':
      return { ...about, ...planPart(raw) };
    case 'pick-list':
      return {
        ...about,
        kind: 'pick-list',
        groups: Object.entries(raw.groups).map(([group, { name: title, note, tags, pick, kpis }]) => ({
          id: group,
          name: title,
          ...(note ? { note } : {}),
          tags,
          kpis: [...pick.map(metric => ({ id: metric })), ...kpis],
        })),
      };
    case 'playbook':
      return { ...about, kind: 'playbook', plays: raw.plays };
    case 'agenda':
      return { ...about, kind: 'agenda', items: raw.items };
    case 'checklist':
      return { ...about, kind: 'checklist', sections: raw.sections };
    case 'incentive':
      return { ...about, kind: 'incentive', parts: raw.parts };
    default:
      return unreachable(raw);
  }
}

type PlanPart = Omit<PlanTemplate, 'id' | 'name' | 'meaning' | 'audience'>;

/** KPIs leave their factors, taking over what holds for all of a factor. */
function planPart(raw: Extract<RawTemplate, { kind: 'plan' }>): PlanPart {
  const [main] = raw.goals;
  const inFactors = raw.factors.flatMap(({ id, owner, tags, kpis }) =>
    kpis.map(
      (kpi): TemplateNode => ({
        under: id,
        ...(owner && isSet(kpi) ? { owner } : {}),
        ...kpi,
        ...(tags || kpi.tags ? { tags: { ...tags, ...kpi.tags } } : {}),
      }),
    ),
  );
  return {
    kind: 'plan',
    months: raw.months,
    goals: raw.goals,
    factors: raw.factors.map(({ kpis: _kpis, ...factor }) => ({ supports: main ? [main.id] : [], ...factor })),
    kpis: [...inFactors, ...raw.kpis],
    identities: raw.identities,
    compositions: raw.compositions,
    ...(raw.pipeline ? { pipeline: raw.pipeline } : {}),
    ask: raw.ask,
    guardrails: Object.entries(raw.guardrails).map(([metric, because]) => ({ metric, because })),
    known: raw.known.map(findingOf),
    ...(raw.remark ? { remark: raw.remark } : {}),
    ...(raw.outcome ? { outcome: raw.outcome } : {}),
  };
}

/** Whoever sets a number answers for it; what is calculated only belongs to its drivers' owners. */
function isSet({ target, milestones }: Omit<TemplateNode, 'id'>): boolean {
  return (target !== undefined && target !== 'TBD') || milestones !== undefined;
}

function findingOf(text: string): KnownFinding {
  const [code = '', at = ''] = text.split(' ');
  return { code, at };
}

function unknownMetrics(template: Template, { metrics }: Catalogue): readonly Problem[] {
  return metricsOf(template)
    .filter(metric => !metrics.has(metric))
    .map(metric => problem('template-metric', { template: template.id, metric }));
}

/** Ids of the catalogue that a template uses, in its order, each once. A node with a unit of its own is no metric of the catalogue. */
export function metricsOf(template: Template): readonly MetricId[] {
  const ofNodes = (nodes: readonly TemplateNode[]) =>
    nodes.filter(node => node.unit === undefined || node.metric !== undefined).map(node => node.metric ?? node.id);
  switch (template.kind) {
    case 'plan':
      return unique([...ofNodes(template.goals), ...ofNodes(template.kpis), ...template.guardrails.map(({ metric }) => metric)]);
    case 'pick-list':
      return unique(template.groups.flatMap(group => ofNodes(group.kpis)));
    case 'playbook':
      return unique(template.plays.flatMap(play => play.metrics));
    case 'incentive':
      return unique(template.parts.map(part => part.metric));
    case 'agenda':
    case 'checklist':
      return [];
    default:
      return unreachable(template);
  }
}

function unique(ids: readonly MetricId[]): readonly MetricId[] {
  return [...new Set(ids)];
}
