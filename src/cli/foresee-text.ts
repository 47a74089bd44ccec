import type { LandingAnswer, LandingRecordAnswer, NodeForecastAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import type { FormatSettings } from '#core/text/format-settings.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { Io } from './io.ts';
import { tableText } from './table.ts';

/** Where a plan will land, as a table with what it rests on and what to watch. */
export function landingText(
  { answer, record }: { readonly answer: LandingAnswer; readonly record: LandingRecordAnswer['goals'] },
  nodes: readonly NodeView[],
  format: FormatSettings,
  io: Io,
): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const views = new Map(nodes.map(node => [node.id, node]));
  const rows = answer.nodes.flatMap(node => {
    const view = views.get(node.node);
    if (!view) return [];
    const show = (value: number | null | undefined) => shown(value, view.unit, format, io);
    return [
      [
        view.name[lang],
        show(node.soFar),
        show(node.landing?.p10),
        show(node.landing?.p50),
        show(node.landing?.p90),
        show(node.wanted.low ?? node.wanted.high),
        percent(node.probability),
        node.withEffects ? percent(node.withEffects.probability) : '–',
      ],
    ];
  });
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const head = [
    { heading: ja ? '指標' : 'Metric' },
    right(ja ? '実績' : 'So far'),
    right(ja ? '下位10%' : '10%'),
    right(ja ? '着地見込' : 'Landing'),
    right(ja ? '上位10%' : '90%'),
    right(ja ? '目標' : 'Target'),
    right(ja ? '達成確率' : 'Probability'),
    right(ja ? '施策込み' : 'With initiatives'),
  ];
  const asOf = ja
    ? `${formatDay(answer.to, lang)}時点・${answer.draws}通りの試算（版${answer.version.number}、シード${answer.seed}）`
    : `As of ${formatDay(answer.to, lang)}, ${answer.draws} draws (version ${answer.version.number}, seed ${answer.seed})`;
  const movers = answer.nodes.flatMap(node => node.movers.map(({ sentence }) => sentence[lang]));
  const why = answer.nodes.flatMap(node => (node.why ? [node.why[lang]] : []));
  return [
    colors.bold(answer.name[lang]),
    colors.dim(asOf),
    '',
    tableText(head, rows),
    ...section(
      ja ? '過去の見込と結果' : 'Earlier landings and what came true',
      record.map(({ sentence }) => sentence[lang]),
      io,
    ),
    ...section(ja ? '着地への影響が大きい指標' : 'Drivers that matter most', movers, io),
    ...section(
      ja ? '早期警告' : 'Early warnings',
      answer.warnings.map(({ sentence, shows }) => [sentence[lang], shows?.sentence[lang]].filter(Boolean).join(ja ? '' : ' ')),
      io,
    ),
    ...section(
      ja ? '先行指標の落ち込み' : 'Leading metrics that fell',
      answer.falls.map(({ sentence }) => sentence[lang]),
      io,
    ),
    ...section(
      ja ? '1指標だけで目標に届くために必要な水準' : 'What one driver alone would have to be',
      answer.nodes.flatMap(({ reach }) => reach.map(({ sentence }) => sentence[lang])),
      io,
    ),
    ...section(
      ja ? 'ヨミ（確度別見込）' : 'Pipeline forecast',
      answer.pipeline.state === 'pipeline'
        ? answer.pipeline.sentences.map(sentence => sentence[lang])
        : [answer.pipeline.sentence[lang]],
      io,
    ),
    ...section(ja ? '計算できない指標' : 'What cannot be told', [...new Set(why)], io),
    ...section(
      ja ? '計算方法' : 'How this is worked out',
      answer.method.map(sentence => sentence[lang]),
      io,
    ),
  ].join('\n');
}

/** The forecast of one node, as a table of months. */
export function forecastText({ name, unit, to, monthly, outlook }: NodeForecastAnswer, format: FormatSettings, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const title = `${colors.bold(name[lang])}\n${colors.dim(ja ? `${formatDay(to, lang)}時点` : `As of ${formatDay(to, lang)}`)}`;
  if (monthly.why) return `${title}\n${monthly.why[lang]}`;
  const show = (value: number | null) => shown(value, unit, format, io);
  const rows = [
    ...monthly.past
      .slice(-6)
      .map(({ from, to: end, value }) => [formatDayRange({ from, to: end }, lang), show(value), '', '', '']),
    ...monthly.ahead.map(({ from, to: end, median, low90, high90 }) => [
      formatDayRange({ from, to: end }, lang),
      '',
      show(low90),
      show(median),
      show(high90),
    ]),
  ];
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const head = [
    { heading: ja ? '期間' : 'Period' },
    right(ja ? '実績' : 'Actual'),
    right(ja ? '90%の幅（下）' : '90% low'),
    right(ja ? '予測' : 'Forecast'),
    right(ja ? '90%の幅（上）' : '90% high'),
  ];
  const sentences = [...outlook.sentences, ...(monthly.basis?.sentences ?? [])].map(sentence => sentence[lang]);
  return [title, '', tableText(head, rows), '', ...sentences].join('\n');
}

function section(heading: string, lines: readonly string[], { colors }: Io): readonly string[] {
  return lines.length === 0 ? [] : ['', colors.bold(heading), ...lines.map(line => `  ${line}`)];
}

function shown(value: number | null | undefined, unit: Unit, format: FormatSettings, { lang }: Io): string {
  return value === null || value === undefined ? '–' : formatValue(Number(value.toPrecision(6)), unit, lang, format);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}
