import { checkOf } from '#contract/check-of.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { questionOf, templateDetailOf, templateEntryOf } from '#contract/template-of.ts';
import { AUDIENCE_NAMES } from '#core/template/audience-names.ts';
import { audienceWords, findTemplates } from '#core/template/find-templates.ts';
import { chooseTemplates, makePlan } from '#core/template/make-plan.ts';
import { questionsOf } from '#core/template/questions.ts';
import { usualStart } from '#core/template/usual-start.ts';
import { checkedPlan } from '#engine/app/checked-plan.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const templateHandlers: HandlersOf<'templates' | 'template' | 'useTemplates'> = {
  templates: async (filter, { app }) => {
    const { catalogue } = (await knownAt(app)).metrics;
    const words = (aspect: Parameters<typeof audienceWords>[1]) => audienceWords(app.templates, aspect);
    return value({
      templates: findTemplates(app.templates, filter).map(template => templateEntryOf(template, catalogue)),
      words: {
        channel: words('channel'),
        industry: words('industry'),
        purpose: words('purpose'),
        phase: words('phase'),
        size: words('size'),
      },
      names: AUDIENCE_NAMES,
    });
  },

  template: async ({ template: id }, { app }) => {
    const template = app.templates.get(id);
    if (!template) return missing(id);
    return value(templateDetailOf(template, (await knownAt(app)).metrics.catalogue));
  },

  useTemplates: async ({ body }, { app }) => {
    const known = await knownAt(app);
    const { catalogue } = known.metrics;
    const chosen = chooseTemplates(app.templates, body.templates, catalogue);
    if (!chosen.ok) return problems(chosen.problems);
    const start = body.start ?? usualStart(known.today);
    const made = makePlan(app.templates, body.templates, body.answers, { catalogue, lang: body.lang, start });
    if (!made.ok) return problems(made.problems);
    const { yaml, sheet = '' } = made.value;
    const check = checkedPlan(app, { yaml, sheet }, catalogue, known.key);
    return value({
      texts: { yaml, sheet },
      check: checkOf(check),
      view: check.parsed ? planViewOf(check.parsed, catalogue) : null,
      questions: questionsOf(chosen.value.template, catalogue).map(questionOf),
      problems: wireProblems(made.problems),
    });
  },
};
