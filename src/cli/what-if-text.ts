import type { WhatIfAnswer } from '#contract/scenario.ts';
import { decimalOf } from '#core/number/decimal.ts';
import { rationalOf } from '#core/number/rational.ts';
import { formatDifference, formatRelative } from '#core/text/format-change.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { Io } from './io.ts';
import { tableText } from './table.ts';

const right = { align: 'right' as const };

/** A what-if for people: goals side by side, the nodes that move, and whatever else was asked. [CLI-16] */
export function whatIfText(answer: WhatIfAnswer, names: readonly string[], io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const parts: string[] = [];
  for (const goal of answer.goals) {
    const { name, unit } = nodeOf(answer, goal.node);
    const wanted = goal.atLeast ?? goal.atMost;
    const target = wanted === null ? '' : `  ${ja ? '目標' : 'target'} ${shown(wanted, unit, io)}`;
    parts.push(`${colors.bold(name[lang])}${target}`);
    const head = [
      { heading: '' },
      { heading: ja ? '計画期間' : 'Within the plan', ...right },
      { heading: ja ? '差' : 'Change', ...right },
      { heading: ja ? '巡航時（通年換算）' : 'Full run rate', ...right },
      { heading: ja ? '差' : 'Change', ...right },
      { heading: ja ? '達成可否' : 'Reaches' },
    ];
    const rows = [goal.base, ...goal.scenarios].map((figures, i) => [
      i === 0 ? (ja ? '現在の計画' : 'As it stands') : (names[i - 1] ?? String(i)),
      shown(figures.period, unit, io),
      i === 0 ? '' : moved(figures.change.period, unit, io),
      shown(figures.steady, unit, io),
      i === 0 ? '' : moved(figures.change.steady, unit, io),
      verdict(figures.meets.period, io) + (figures.reading === null ? '' : ` ${READINGS[figures.reading][lang]}`),
    ]);
    parts.push(tableText(head, rows));
    if (goal.expected !== null) parts.push(`${ja ? '期待値' : 'Expected value'}: ${shown(goal.expected, unit, io)}`);
  }
  if (answer.tornado.length > 0) parts.push('', tornadoText(answer, io));
  if (answer.sought.length > 0) parts.push('', soughtText(answer, io));
  if (answer.chain) parts.push('', answer.chain.sentence[lang]);
  if (answer.elasticities.length > 0) parts.push('', elasticityText(answer, io));
  for (const { message } of answer.problems) parts.push(colors.dim(message[lang]));
  return parts.join('\n');
}

const READINGS = {
  opportunity: { ja: '（機会）', en: '(opportunity)' },
  risk: { ja: '（リスク）', en: '(risk)' },
} as const;

function tornadoText(answer: WhatIfAnswer, io: Io): string {
  const ja = io.lang === 'ja';
  const head = [
    { heading: ja ? '感度の大きい順' : 'Widest first' },
    { heading: ja ? '下振れ' : 'Low', ...right },
    { heading: ja ? '影響' : 'Effect', ...right },
    { heading: ja ? '上振れ' : 'High', ...right },
    { heading: ja ? '影響' : 'Effect', ...right },
  ];
  const goal = answer.goals[0];
  const unit = goal ? nodeOf(answer, goal.node).unit : ({ kind: 'count' } as const);
  const rows = answer.tornado.map(({ driver, low, high }) => [
    nodeOf(answer, driver).name[io.lang],
    relative(low.by) + (low.isCapped ? '*' : ''),
    moved(low.change, unit, io),
    relative(high.by) + (high.isCapped ? '*' : ''),
    moved(high.change, unit, io),
  ]);
  const isCapped = answer.tornado.some(({ low, high }) => low.isCapped || high.isCapped);
  return tableText(head, rows) + (isCapped ? `\n${ja ? '* 取りうる値の端まで' : '* as far as it can go'}` : '');
}

function soughtText(answer: WhatIfAnswer, io: Io): string {
  const ja = io.lang === 'ja';
  const rows = answer.sought.map(sought => {
    const { name, unit } = nodeOf(answer, sought.driver);
    const text = {
      found: sought.beyond === null ? '' : ja ? '取りうる値を超えます' : 'more than it can be',
      there: ja ? 'すでに達しています' : 'there already',
      'no-effect': ja ? '残りの期間では効きません' : 'has no effect in the months left',
      never: ja ? 'どの値でも届きません' : 'no value is enough',
      unknown: ja ? '値がないため分かりません' : 'not known: it has no value',
    }[sought.kind];
    return [
      name[io.lang],
      sought.was === null ? '' : shown(sought.was, unit, io),
      sought.value === null ? '' : shown(sought.value, unit, io),
      sought.factor === null ? '' : relative(sought.factor - 1),
      text,
    ];
  });
  const head = [
    { heading: ja ? '単独で届かせる場合' : 'Alone' },
    { heading: ja ? '計画' : 'Planned', ...right },
    { heading: ja ? '必要値' : 'Required', ...right },
    { heading: ja ? '変化' : 'Change', ...right },
    { heading: '' },
  ];
  return tableText(head, rows);
}

function elasticityText(answer: WhatIfAnswer, io: Io): string {
  const ja = io.lang === 'ja';
  const percent = (value: number | null) => (value === null ? '–' : relative(value / 100));
  const rows = answer.elasticities
    .filter(({ steady, period }) => (steady ?? 0) !== 0 || (period ?? 0) !== 0)
    .map(({ driver, node, period, steady }) => [
      nodeOf(answer, driver).name[io.lang],
      nodeOf(answer, node).name[io.lang],
      percent(period),
      percent(steady),
    ]);
  const head = [
    { heading: ja ? '1%増やすと' : '1% more of' },
    { heading: '' },
    { heading: ja ? '計画期間' : 'Within the plan', ...right },
    { heading: ja ? '巡航時' : 'Full run rate', ...right },
  ];
  return tableText(head, rows);
}

function nodeOf(answer: WhatIfAnswer, id: string): Pick<WhatIfAnswer['nodes'][number], 'name' | 'unit'> {
  return answer.nodes.find(({ node }) => node === id) ?? { name: { ja: id, en: id }, unit: { kind: 'count' } };
}

function shown(value: number | null, unit: Unit, { lang }: Io): string {
  return value === null ? '–' : formatValue(exact(value), unit, lang);
}

function moved(value: number | null, unit: Unit, { lang }: Io): string {
  return value === null ? '–' : formatDifference(exact(value), unit, lang);
}

function relative(share: number): string {
  return formatRelative(rationalOf(exact(share)));
}

function verdict(meets: boolean | null, { lang }: Io): string {
  if (meets === null) return '–';
  return meets ? { ja: '届く', en: 'reaches' }[lang] : { ja: '不足', en: 'falls short' }[lang];
}

function exact(value: number): string {
  return decimalOf(Number(value.toPrecision(12)));
}
