import type { Templates } from './parse-templates.ts';
import type { Template, TemplateKind } from './template.ts';

/** What is looked for; what is left out does not matter. */
export interface TemplateFilter {
  readonly kind?: TemplateKind;
  readonly channel?: string;
  readonly industry?: string;
  readonly purpose?: string;
  readonly phase?: string;
  readonly model?: 'b2b' | 'b2c';
  readonly size?: string;
}

/** The templates that are made for all of what is asked, in their own order. [TPL-10, DES-65] */
export function findTemplates(templates: Templates, wanted: TemplateFilter): readonly Template[] {
  const { kind } = wanted;
  const asked = ASPECTS.flatMap(aspect => (wanted[aspect] === undefined ? [] : [[aspect, wanted[aspect]] as const]));
  const fits = (template: Template) =>
    (kind === undefined || template.kind === kind) && asked.every(([key, value]) => wordsOf(template, key).includes(value));
  return [...templates.values()].filter(fits);
}

/** Every word that templates use for an aspect, the most frequent first: what a picker offers. */
export function audienceWords(templates: Templates, aspect: Aspect): readonly string[] {
  const counts = new Map<string, number>();
  for (const template of templates.values())
    for (const word of wordsOf(template, aspect)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

const ASPECTS = ['channel', 'industry', 'purpose', 'phase', 'model', 'size'] as const;
type Aspect = (typeof ASPECTS)[number];

function wordsOf({ audience }: Template, aspect: Aspect): readonly string[] {
  return audience[aspect];
}
