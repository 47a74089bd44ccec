import { fileURLToPath } from 'node:url';
import type { Day } from '#core/calendar/day.ts';
import { parseDay } from '#core/calendar/day.ts';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { parseTemplates, type Templates } from '#core/template/parse-templates.ts';
import type { PlanTemplate } from '#core/template/template.ts';
import { readCatalogue } from '../../build/catalogue.mjs';
import { readTemplateFiles } from '../../build/template.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The product's catalogue and templates, read from their files. */
export function templateFixture(): {
  readonly catalogue: Catalogue;
  readonly templates: Templates;
  readonly plans: readonly PlanTemplate[];
} {
  const catalogue = parseCatalogue(readCatalogue(here('../../catalogue')));
  if (!catalogue.ok) throw new Error('the catalogue has errors');
  const templates = parseTemplates(readTemplateFiles(here('../../template')), catalogue.value);
  if (!templates.ok) throw new Error(JSON.stringify(templates.problems.slice(0, 3)));
  const plans = [...templates.value.values()].filter(template => template.kind === 'plan');
  return { catalogue: catalogue.value, templates: templates.value, plans };
}

export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}
