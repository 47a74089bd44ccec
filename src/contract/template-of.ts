import type { z } from 'zod';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { metricsOf } from '#core/template/parse-templates.ts';
import { nameOf, type Question, questionsOf } from '#core/template/questions.ts';
import type { Template } from '#core/template/template.ts';
import type { question, TemplateDetail, TemplateEntry } from './template.ts';

/** A template as lists show it. */
export function templateEntryOf(template: Template, catalogue: Catalogue): TemplateEntry {
  const { id, kind, name, meaning, audience } = template;
  const isPlan = template.kind === 'plan';
  return {
    id,
    kind,
    name,
    meaning,
    for: { ...audience, cycle: audience.cycle ?? null },
    metrics: metricsOf(template),
    goal: goalOf(template, catalogue),
    hasRemark: isPlan && template.remark !== undefined,
    isCase: isPlan && template.outcome !== undefined,
  };
}

/** A template with everything in it, ready to travel. */
export function templateDetailOf(template: Template, catalogue: Catalogue): TemplateDetail {
  const isPlan = template.kind === 'plan';
  return {
    template: templateEntryOf(template, catalogue),
    months: isPlan ? template.months : null,
    questions: isPlan ? questionsOf(template, catalogue).map(questionOf) : [],
    known: isPlan ? template.known : [],
    remark: (isPlan ? template.remark : undefined) ?? null,
    outcome: (isPlan ? template.outcome : undefined) ?? null,
    content: contentOf(template, catalogue),
  };
}

export function questionOf({ unit, ...rest }: Question): z.output<typeof question> {
  return { ...rest, unit: unit ?? null };
}

function goalOf(template: Template, catalogue: Catalogue): TemplateEntry['goal'] {
  const goal = template.kind === 'plan' ? template.goals[0] : undefined;
  if (!goal || template.kind !== 'plan') return null;
  const asked = questionsOf(template, catalogue).find(({ key }) => key === goal.id);
  return { node: goal.id, name: nameOf(goal, catalogue), example: asked?.example ?? null };
}

const EMPTY: TemplateDetail['content'] = {
  factors: [],
  guardrails: [],
  groups: [],
  plays: [],
  items: [],
  sections: [],
  parts: [],
};

function contentOf(template: Template, catalogue: Catalogue): TemplateDetail['content'] {
  switch (template.kind) {
    case 'plan':
      return {
        ...EMPTY,
        factors: template.factors.map(({ id, name, because }) => ({
          id,
          name,
          because,
          nodes: template.kpis.filter(({ under }) => under === id).map(kpi => kpi.id),
        })),
        guardrails: template.guardrails,
      };
    case 'pick-list':
      return {
        ...EMPTY,
        groups: template.groups.map(({ id, name, note, kpis }) => ({
          id,
          name,
          note: note ?? null,
          metrics: kpis.map(kpi => ({ id: kpi.metric ?? kpi.id, name: nameOf(kpi, catalogue) })),
        })),
      };
    case 'playbook':
      return { ...EMPTY, plays: template.plays };
    case 'agenda':
      return { ...EMPTY, items: template.items };
    case 'checklist':
      return { ...EMPTY, sections: template.sections };
    case 'incentive':
      return { ...EMPTY, parts: template.parts.map(({ weight, ...part }) => ({ ...part, weight: weight ?? null })) };
  }
}
