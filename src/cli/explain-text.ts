import type { ExplainAnswer } from '#contract/explain.ts';
import { decimalOf } from '#core/number/decimal.ts';
import { formatDifference } from '#core/text/format-change.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { Io } from './io.ts';
import { tableText } from './table.ts';

/** Segments listed per table; what is left is told in one line. */
const SEGMENTS = 12;

/** An explanation for people: the sentence, a table of factors, tables by segment. [CLI-15] */
export function explainText(answer: ExplainAnswer, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const difference = (value: number, unit: Unit = answer.unit) => formatDifference(exact(value), unit, lang);
  const head = [
    { heading: ja ? '要因' : 'Factor' },
    { heading: answer.before.label[lang], align: 'right' as const },
    { heading: answer.after.label[lang], align: 'right' as const },
    { heading: ja ? '影響' : 'Effect', align: 'right' as const },
    { heading: ja ? '差額比' : 'Of change', align: 'right' as const },
  ];
  const rows = answer.factors.map(({ name, unit, values, share, ofChange, provisional }) => {
    const [only] = values;
    const value = (side: 'before' | 'after') =>
      unit && values.length === 1 && only ? formatValue(exact(only[side]), unit, lang) : '';
    return [
      `${name[lang]}${provisional ? '*' : ''}`,
      value('before'),
      value('after'),
      difference(share),
      ofChange === null ? '–' : `${Math.round(ofChange * 100)}%`.replace('-', '−'),
    ];
  });
  const total = [
    colors.bold(answer.name[lang]),
    formatValue(exact(answer.before.value), answer.unit, lang),
    formatValue(exact(answer.after.value), answer.unit, lang),
    difference(answer.change),
    answer.change === 0 ? '–' : '100%',
  ];
  const parts = [answer.sentence[lang], '', tableText(head, [...rows, total])];
  if (answer.factors.some(({ provisional }) => provisional)) {
    parts.push(colors.dim(ja ? '* まだ変わりうる値を含みます' : '* includes values that may still change'));
  }
  for (const table of answer.segments) parts.push('', segmentText(table, answer, io));
  for (const { message } of answer.problems) parts.push(colors.dim(message[lang]));
  return parts.join('\n');
}

function segmentText(table: ExplainAnswer['segments'][number], answer: ExplainAnswer, { lang, colors }: Io): string {
  const ja = lang === 'ja';
  const unit: Unit = table.unit ?? { kind: 'count' };
  const value = (of: number | null) => (of === null ? '–' : formatValue(exact(of), unit, lang));
  const difference = (of: number | null, own: Unit = unit) => (of === null ? '–' : formatDifference(exact(of), own, lang));
  const right = { align: 'right' as const };
  const isSame = table.node === answer.node;
  const columns = [
    { heading: ja ? '切り口' : 'Segment' },
    { heading: answer.before.label[lang], ...right },
    { heading: answer.after.label[lang], ...right },
    ...(table.kind === 'amount' ? [{ heading: ja ? '量要因' : 'Volume effect', ...right }] : []),
    ...(table.kind === 'plain' ? [] : [{ heading: ja ? '構成比要因' : 'Mix effect', ...right }]),
    ...(table.kind === 'plain' ? [] : [{ heading: ja ? '率要因' : 'Rate effect', ...right }]),
    { heading: ja ? '計' : 'Total', ...right },
    ...(isSame ? [] : [{ heading: ja ? `${answer.name.ja}への影響` : `In ${answer.name.en}`, ...right }]),
  ];
  const rows = table.rows
    .slice(0, SEGMENTS)
    .map(row => [
      row.segment || (ja ? '（未設定）' : '(not set)'),
      value(row.before),
      value(row.after),
      ...(table.kind === 'amount' ? [difference(row.volume)] : []),
      ...(table.kind === 'plain' ? [] : [difference(row.mix), difference(row.rate)]),
      difference(row.effect),
      ...(isSame ? [] : [difference(row.inGoal, answer.unit)]),
    ]);
  const left = table.rows.slice(SEGMENTS);
  const rest = left.reduce((sum, { effect }) => sum + effect, 0);
  const more = ja ? `ほか${left.length}件 ${difference(rest)}` : `${left.length} more: ${difference(rest)}`;
  return [colors.bold(table.name[lang]), tableText(columns, rows), ...(left.length > 0 ? [more] : [])].join('\n');
}

function exact(value: number): string {
  return decimalOf(Number(value.toPrecision(12)));
}
