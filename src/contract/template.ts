import { z } from 'zod';
import { TEMPLATE_KINDS } from '#core/template/template.ts';
import { check } from './check.ts';
import { endpoint } from './endpoint.ts';
import { planTexts } from './plan.ts';
import { planView } from './plan-view.ts';
import { problem } from './problem.ts';
import { day, list, text } from './scalar.ts';
import { unit } from './unit.ts';

const id = z.string().min(1).max(100);

/** For whom a template is; an empty list says that it does not matter. */
const audience = z.strictObject({
  channel: list(z.string()),
  industry: list(z.string()),
  model: list(z.enum(['b2b', 'b2c'])),
  purpose: list(z.string()),
  phase: list(z.string()),
  size: list(z.string()),
  /** Usual length of a purchase in months. */
  cycle: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
});

/** A template as lists and pickers show it. */
export const templateEntry = z
  .strictObject({
    id,
    kind: z.enum(TEMPLATE_KINDS),
    name: text,
    meaning: text,
    for: audience,
    /** Metrics it uses. */
    metrics: list(z.string()),
    /** The first goal with its example, of plans; null otherwise. */
    goal: z.strictObject({ node: z.string(), name: text, example: text.nullable() }).nullable(),
    /** Something about its numbers is worth knowing. */
    hasRemark: z.boolean(),
    /** Tells what came of it where it was carried out. */
    isCase: z.boolean(),
  })
  .meta({ id: 'TemplateEntry' });

export type TemplateEntry = z.output<typeof templateEntry>;

export const question = z
  .strictObject({
    /** What the answer is handed in under. */
    key: z.string(),
    node: z.string(),
    part: z.enum(['target', 'baseline']),
    name: text,
    unit: unit.nullable(),
    /** What stands in the plan until it is answered, as typed in each language. */
    example: text,
    isGoal: z.boolean(),
    /** Worth asking before the others. */
    isFirst: z.boolean(),
  })
  .meta({ id: 'TemplateQuestion' });

/** What a template holds beside its plan, by kind; lists a kind does not have are empty. */
const content = z.strictObject({
  factors: list(z.strictObject({ id: z.string(), name: text, because: text, nodes: list(z.string()) })),
  guardrails: list(z.strictObject({ metric: z.string(), because: text })),
  groups: list(
    z.strictObject({
      id: z.string(),
      name: text,
      note: text.nullable(),
      metrics: list(z.strictObject({ id: z.string(), name: text })),
    }),
  ),
  plays: list(z.strictObject({ cause: text, actions: list(text), metrics: list(z.string()) })),
  items: list(z.strictObject({ name: text, minutes: z.int() })),
  sections: list(z.strictObject({ name: text, items: list(text) })),
  parts: list(z.strictObject({ who: text, metric: z.string(), weight: z.number().nullable(), because: text })),
});

export const templateDetail = z
  .strictObject({
    template: templateEntry,
    months: z.int().nullable(),
    questions: list(question),
    /** What a check of the unchanged example finds. */
    known: list(z.strictObject({ code: z.string(), at: z.string() })),
    remark: text.nullable(),
    outcome: text.nullable(),
    content,
  })
  .meta({ id: 'Template' });

export type TemplateDetail = z.output<typeof templateDetail>;

const text100 = z.string().max(100).exactOptional();

export const templates = endpoint({
  method: 'GET',
  path: '/api/templates',
  concept: 'template',
  summary: { ja: '計画のテンプレートの一覧', en: 'Templates of plans and what goes with them' },
  query: z.strictObject({
    kind: z.enum(TEMPLATE_KINDS).exactOptional(),
    channel: text100,
    industry: text100,
    purpose: text100,
    phase: text100,
    size: text100,
    model: z.enum(['b2b', 'b2c']).exactOptional(),
  }),
  response: z.strictObject({
    templates: list(templateEntry),
    /** Words that can be asked for, the most frequent first. */
    words: z.strictObject({
      channel: list(z.string()),
      industry: list(z.string()),
      purpose: list(z.string()),
      phase: list(z.string()),
      size: list(z.string()),
    }),
    /** What these words and the business models are called. */
    names: z.record(z.string(), text),
  }),
});

export const template = endpoint({
  method: 'GET',
  path: '/api/templates/:template',
  concept: 'template',
  summary: { ja: 'テンプレートひとつの中身', en: 'One template with everything it asks for' },
  params: z.strictObject({ template: id }),
  response: templateDetail,
});

/** Nothing is stored: the texts are handed to `createPlan` when they please. */
export const useTemplates = endpoint({
  method: 'POST',
  path: '/api/templates/use',
  concept: 'template',
  summary: {
    ja: 'テンプレートから計画の本文を作る（保存しません）',
    en: 'Makes a plan from templates, with its verdict; nothing is stored',
  },
  readsOnly: true,
  body: z.strictObject({
    /** The most important first; several are combined. */
    templates: z.array(id).min(1).max(10),
    answers: z.record(z.string().max(100), z.string().max(200)).default({}),
    lang: z.enum(['ja', 'en']).default('ja'),
    /** First day of the plan unless it is answered; the first of next month when absent. */
    start: day.exactOptional(),
  }),
  response: z.strictObject({
    texts: planTexts,
    check,
    view: planView.nullable(),
    /** What can be answered. */
    questions: list(question),
    /** What combining had to decide. */
    problems: list(problem),
  }),
});
