import type { TemplateDetail } from '#contract/template.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { AUDIENCE_NAMES } from '#core/template/audience-names.ts';
import type { Text } from '#core/text/text.ts';
import type { Io } from './io.ts';
import { tableText } from './table.ts';

/** One template for people: what it is, what it holds, what it asks for. */
export function templateText(detail: TemplateDetail, kind: Text, catalogue: Catalogue, io: Io): string {
  const { lang, colors } = io;
  const { template, remark, outcome } = detail;
  const audience = Object.values(template.for).flatMap(words => (Array.isArray(words) ? words : []));
  const head = [
    `${colors.bold(template.name[lang])} ${colors.dim(`${template.id} · ${kind[lang]}`)}`,
    template.meaning[lang],
    ...(audience.length > 0 ? [colors.dim(audience.map(word => AUDIENCE_NAMES[word]?.[lang] ?? word).join(' · '))] : []),
  ];
  const parts = [head, ...contentLines(detail, catalogue, io), questionLines(detail, io), notes(remark, outcome, io)];
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

function contentLines({ content }: TemplateDetail, { metrics }: Catalogue, { lang, colors }: Io): readonly (readonly string[])[] {
  const named = (ids: readonly string[]) => ids.map(id => metrics.get(id)?.name[lang] ?? id).join(lang === 'ja' ? '、' : ', ');
  return [
    ...content.factors.map(({ name, because, nodes }) => [
      colors.bold(name[lang]),
      `  ${because[lang]}`,
      ...(nodes.length > 0 ? [colors.dim(`  ${nodes.join(' · ')}`)] : []),
    ]),
    ...content.groups.map(group => [
      colors.bold(group.name[lang]),
      ...(group.note ? [`  ${group.note[lang]}`] : []),
      ...group.metrics.map(({ id, name }) => `  ${name[lang]} ${colors.dim(id)}`),
    ]),
    ...content.plays.map(({ cause, actions, metrics: ids }) => [
      colors.bold(cause[lang]),
      ...actions.map(action => `  - ${action[lang]}`),
      colors.dim(`  ${named(ids)}`),
    ]),
    content.items.map(({ name, minutes }) => `${String(minutes).padStart(3)}${lang === 'ja' ? '分' : ' min'}  ${name[lang]}`),
    ...content.sections.map(({ name, items }) => [colors.bold(name[lang]), ...items.map(item => `  □ ${item[lang]}`)]),
    ...content.parts.map(({ who, metric, weight, because }) => [
      `${colors.bold(who[lang])} ${named([metric])}${weight === null ? '' : ` ${Math.round(weight * 100)}%`}`,
      `  ${because[lang]}`,
    ]),
  ];
}

function questionLines({ questions }: TemplateDetail, { lang }: Io): readonly string[] {
  if (questions.length === 0) return [];
  const headings = lang === 'ja' ? ['項目', '内容', '例'] : ['Key', 'What', 'Example'];
  const rows = questions.map(({ key, name, part, example }) => [
    key,
    `${name[lang]}${part === 'baseline' ? (lang === 'ja' ? '（現状）' : ' (today)') : ''}`,
    example[lang],
  ]);
  return [
    tableText(
      headings.map(heading => ({ heading })),
      rows,
    ),
  ];
}

function notes(remark: Text | null, outcome: Text | null, { lang, colors }: Io): readonly string[] {
  return [
    ...(remark ? [`${colors.yellow('!')} ${remark[lang]}`] : []),
    ...(outcome ? [`${lang === 'ja' ? '結果：' : 'Outcome: '}${outcome[lang]}`] : []),
  ];
}
