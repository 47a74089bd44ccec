import type { Day } from '../calendar/day.ts';
import type { NodeTags } from '../plan/plan.ts';
import type { Lang, Text } from '../text/text.ts';
import { plainScalar } from './plain-scalar.ts';
import { ROLE_NAMES } from './roles.ts';
import type { TemplateFactor, TemplateNode } from './template-schema.ts';

/** A plan before it is text: everything decided, amounts in the plan's language. */
export interface PlanDraft {
  readonly id: string;
  readonly name: Text;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly goals: readonly TemplateNode[];
  readonly factors: readonly TemplateFactor[];
  readonly kpis: readonly TemplateNode[];
  readonly identities: readonly string[];
  readonly compositions: Readonly<Record<string, readonly string[]>>;
  readonly pipeline?: 'none' | 'baseline';
}

const WATCHED: Text = { ja: '悪化させない指標', en: 'Must not get worse' };

/** Longest line of a KPI that is written on one line. */
const WIDTH = 120;

/**
 * plan.yaml as a person writes it: goals in full, KPIs on one line each, aligned within their factor and under its name. [TPL-05]
 * Equal drafts give equal bytes.
 */
export function planYaml(draft: PlanDraft, lang: Lang): string {
  const { goals, factors, kpis } = draft;
  const blocks = [
    [
      'rashin: 1',
      `plan: ${plainScalar(draft.id, false)}`,
      `name: ${textMap(draft.name)}`,
      `period: ${draft.period.from}/${draft.period.to}`,
      'calendar: { zone: Asia/Tokyo, fiscal-year-starts: 4, week-starts: monday, holidays: jp }',
      'currency: JPY',
    ],
    ['goals:', ...goals.flatMap((goal, i) => block(goal.id, goalEntries(goal, i, goals.length, lang)))],
    ...(factors.length > 0 ? [['factors:', ...factors.flatMap(factor => block(factor.id, factorEntries(factor, lang)))]] : []),
    ...(kpis.length > 0 ? [kpiBlock(draft, lang)] : []),
    ...listBlock('identities', draft.identities),
    ...compositionBlock(draft.compositions),
    ...(draft.pipeline ? [[`pipeline: ${draft.pipeline}`]] : []),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** A key and its value as YAML, in a block or on one line. */
type Entry = readonly [key: string, value: string, inFlow: string];

function goalEntries(goal: TemplateNode, index: number, count: number, lang: Lang): readonly Entry[] {
  const rank: readonly Entry[] = count > 1 ? [plain('rank', String(index + 1))] : [];
  return [...rank, ...nodeEntries(goal, lang)];
}

function factorEntries({ name, supports, because, owner }: TemplateFactor, lang: Lang): readonly Entry[] {
  return [
    plain('name', textMap(name)),
    ...(supports ? [plain('supports', `[${supports.join(', ')}]`)] : []),
    plain('because', textMap(because)),
    ...(owner ? [scalar('owner', ROLE_NAMES[owner][lang])] : []),
  ];
}

function nodeEntries(node: TemplateNode, lang: Lang): readonly Entry[] {
  const { name, population, owner, supports, watch, tags } = node;
  const written = (
    key: 'metric' | 'unit' | 'direction' | 'aggregation' | 'under' | 'baseline' | 'target' | 'limit' | 'equals' | 'lag',
  ) => (node[key] === undefined ? [] : [scalar(key, node[key])]);
  return [
    ...(name ? [plain('name', textMap(name))] : []),
    ...written('metric'),
    ...written('unit'),
    ...written('direction'),
    ...written('aggregation'),
    ...(population ? [plain('population', textMap(population))] : []),
    ...written('under'),
    ...written('baseline'),
    ...written('target'),
    ...written('limit'),
    ...written('equals'),
    ...written('lag'),
    ...(supports ? [plain('supports', `[${supports.map(supportText).join(', ')}]`)] : []),
    ...(node.rhythm ? [plain('rhythm', node.rhythm)] : []),
    ...(node.horizon ? [plain('horizon', node.horizon)] : []),
    ...(node.kind ? [plain('kind', node.kind)] : []),
    ...(owner ? [scalar('owner', ROLE_NAMES[owner][lang])] : []),
    ...(node.pair ? [plain('pair', node.pair)] : []),
    ...(watch ? [plain('watch', 'true')] : []),
    ...(tags && Object.keys(tags).length > 0 ? [plain('tags', tagMap(tags))] : []),
  ];
}

function supportText({ to, because, lag }: NonNullable<TemplateNode['supports']>[number]): string {
  return `{ to: ${to}, because: ${textMap(because)}${lag === undefined ? '' : `, lag: ${lag}`} }`;
}

/** KPIs by factor, with its name above them; those of no factor come last. */
function kpiBlock({ factors, kpis }: PlanDraft, lang: Lang): readonly string[] {
  const grouped = factors.map(factor => ({
    title: factor.name[lang],
    nodes: kpis.filter(kpi => kpi.under === factor.id),
  }));
  const ids = new Set(factors.map(factor => factor.id));
  const others = kpis.filter(kpi => kpi.under === undefined || !ids.has(kpi.under));
  const groups = [
    ...grouped,
    { title: undefined, nodes: others.filter(kpi => kpi.watch !== true) },
    { title: WATCHED[lang], nodes: others.filter(kpi => kpi.watch === true) },
  ].filter(({ nodes }) => nodes.length > 0);
  return [
    'kpis:',
    ...groups.flatMap(({ title, nodes }, i) => [
      ...(i === 0 ? [] : ['']),
      ...(title === undefined ? [] : [`  # ${title}`]),
      ...kpiLines(nodes, lang),
    ]),
  ];
}

function kpiLines(nodes: readonly TemplateNode[], lang: Lang): readonly string[] {
  const entries = nodes.map(node => ({ id: node.id, entries: nodeEntries(node, lang) }));
  const isShort = (node: (typeof entries)[number]) => node.id.length + 6 + flow(node.entries).length <= WIDTH;
  const short = entries.filter(node => node.entries.length > 0 && isShort(node));
  const width = Math.max(0, ...short.map(({ id }) => id.length));
  return entries.flatMap(node =>
    short.includes(node) || node.entries.length === 0
      ? [`  ${`${node.id}:`.padEnd(width + 1)} { ${flow(node.entries)} }`.replace('{  }', '{}')]
      : block(node.id, node.entries),
  );
}

function flow(entries: readonly Entry[]): string {
  return entries.map(([key, , inFlow]) => `${key}: ${inFlow}`).join(', ');
}

function block(id: string, entries: readonly Entry[]): readonly string[] {
  return entries.length === 0 ? [`  ${id}: {}`] : [`  ${id}:`, ...entries.map(([key, value]) => `    ${key}: ${value}`)];
}

function listBlock(key: string, items: readonly string[]): readonly (readonly string[])[] {
  return items.length === 0 ? [] : [[`${key}:`, ...items.map(item => `  - ${plainScalar(item, false)}`)]];
}

function compositionBlock(compositions: PlanDraft['compositions']): readonly (readonly string[])[] {
  const all = Object.entries(compositions);
  return all.length === 0 ? [] : [['compositions:', ...all.map(([key, ids]) => `  ${key}: [${ids.join(', ')}]`)]];
}

function scalar(key: string, value: string): Entry {
  return [key, plainScalar(value, false), plainScalar(value, true)];
}

function plain(key: string, value: string): Entry {
  return [key, value, value];
}

function textMap({ ja, en }: Text): string {
  return ja === en ? plainScalar(ja, true) : `{ ja: ${plainScalar(ja, true)}, en: ${plainScalar(en, true)} }`;
}

function tagMap(tags: NodeTags): string {
  const parts = Object.entries(tags).map(
    ([key, value]) => `${key}: ${typeof value === 'boolean' ? value : plainScalar(value, true)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
