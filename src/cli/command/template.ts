import { templateDetailOf, templateEntryOf } from '#contract/template-of.ts';
import { problemsOf } from '#core/problem/problem.ts';
import { sentence } from '#core/problem/sentence.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { findTemplates, type TemplateFilter } from '#core/template/find-templates.ts';
import type { TemplateKind } from '#core/template/template.ts';
import { templateMessages } from '#core/template/template-messages.ts';
import type { Text } from '#core/text/text.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';
import { readProductTemplates } from '../template-file.ts';
import { templateText } from '../template-text.ts';

export const KIND_NAMES: Readonly<Record<TemplateKind, Text>> = {
  plan: { ja: '計画', en: 'plan' },
  'pick-list': { ja: '指標の候補', en: 'pick-list' },
  playbook: { ja: '打ち手集', en: 'playbook' },
  agenda: { ja: '議題', en: 'agenda' },
  checklist: { ja: '確認表', en: 'checklist' },
  incentive: { ja: '評価の例', en: 'incentive' },
};

const problem = problemsOf(templateMessages);

/** `rashin template list`: templates that fit what is asked, one line each. [TPL-10] */
export function templateList({ json, ...filter }: TemplateFilter & { readonly json?: boolean }, io: Io): Exit {
  const catalogue = readProductCatalogue();
  const found = findTemplates(readProductTemplates(catalogue), filter);
  if (json) {
    io.print(JSON.stringify({ templates: found.map(template => templateEntryOf(template, catalogue)) }, null, 2));
    return EXIT.ok;
  }
  if (found.length === 0) {
    io.print(io.lang === 'ja' ? '当てはまるテンプレートはありません。' : 'No template fits.');
    return EXIT.ok;
  }
  const { lang } = io;
  const columns = [{ heading: 'ID' }, { heading: lang === 'ja' ? '種類' : 'Kind' }, { heading: lang === 'ja' ? '名前' : 'Name' }];
  io.print(
    tableText(
      columns,
      found.map(({ id, kind, name }) => [id, KIND_NAMES[kind][lang], name[lang]]),
    ),
  );
  return EXIT.ok;
}

/** `rashin template show ID`: what it is for, what it asks, what is known about its numbers. [TPL-10] */
export function templateShow(id: string, { json }: { readonly json?: boolean }, io: Io): Exit {
  const catalogue = readProductCatalogue();
  const templates = readProductTemplates(catalogue);
  const template = templates.get(id);
  if (!template) {
    io.note(sentence(problem('template-unknown', { id, ...suggestion(id, templates.keys()) }), io.lang));
    return EXIT.problems;
  }
  const detail = templateDetailOf(template, catalogue);
  io.print(json ? JSON.stringify(detail, null, 2) : templateText(detail, KIND_NAMES[template.kind], catalogue, io));
  return EXIT.ok;
}
