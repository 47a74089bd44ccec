import type { NodeView } from '#contract/plan-view.ts';
import type { ProgressAnswer } from '#contract/progress.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { numberOf, type Observation } from '#core/measure/observation.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import type { FormatSettings } from '#core/text/format-settings.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Io } from './io.ts';
import { tableText } from './table.ts';

/** Where a plan stands, as a table: what counts for each node (goals the plan to date, KPIs the month). */
export function statusText(answer: ProgressAnswer, nodes: readonly NodeView[], format: FormatSettings, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const title = colors.bold(answer.name[lang]);
  if (answer.state === 'not-started') {
    return `${title}\n${ja ? `${formatDay(answer.period.from, lang)}に始まる計画です。` : `The plan starts on ${formatDay(answer.period.from, lang)}.`}`;
  }
  const views = new Map(nodes.map(node => [node.id, node]));
  const rows = answer.nodes.flatMap(progress => {
    const view = views.get(progress.node);
    return view ? [row(progress, view, format, io)] : [];
  });
  const head = [
    { heading: '' },
    { heading: ja ? '指標' : 'Metric' },
    { heading: ja ? '期間' : 'Period' },
    { heading: ja ? '実績' : 'Actual', align: 'right' as const },
    { heading: ja ? '計画（同日まで）' : 'Plan to date', align: 'right' as const },
    { heading: ja ? '計画比' : 'vs plan', align: 'right' as const },
    { heading: ja ? '前年比' : 'vs last year', align: 'right' as const },
    { heading: ja ? '責任者' : 'Owner' },
  ];
  const states = { open: ja ? '未締め' : 'open', preliminary: ja ? '速報' : 'preliminary', final: ja ? '確定' : 'final' };
  const asOf = ja
    ? `${formatDay(answer.to, lang)}時点・${states[answer.month.close]}（版${answer.version.number}）`
    : `As of ${formatDay(answer.to, lang)}, ${states[answer.month.close]} (version ${answer.version.number})`;
  return [title, colors.dim(asOf), '', tableText(head, rows), ...budgetLine(answer, io)].join('\n');
}

function row(progress: NodeProgress, view: NodeView, format: FormatSettings, io: Io): readonly string[] {
  const { lang } = io;
  const standing = progress.main === 'plan' ? progress.plan : progress.month;
  const shown = (value: string) => formatValue(value, view.unit, lang, format);
  return [
    light(progress, io),
    view.name[lang],
    formatDayRange(standing.range, lang),
    observed(standing.actual, shown, io),
    standing.due === undefined ? '–' : shown(standing.due),
    standing.achievement ? percent(standing.achievement.ratio) : '–',
    standing.lastYear.index === undefined ? '–' : percent(standing.lastYear.index),
    view.owner ?? '–',
  ];
}

function light({ state }: NodeProgress, { colors }: Io): string {
  switch (state) {
    case 'met':
      return colors.green('●');
    case 'near':
      return colors.yellow('◆');
    case 'behind':
      return colors.red('■');
    case 'no-target':
    case 'no-data':
    case 'undefined':
      return colors.dim('–');
  }
}

function observed(observation: Observation, shown: (value: string) => string, { lang, colors }: Io): string {
  const ja = lang === 'ja';
  switch (observation.state) {
    case 'value':
    case 'zero':
      return shown(observation.exact);
    case 'provisional':
      return `${shown(observation.exact)}${colors.dim('*')}`;
    case 'no-data':
      return colors.dim(ja ? 'データなし' : 'no data');
    case 'undefined':
      return colors.dim(ja ? '計算不可' : 'not computable');
  }
}

function budgetLine({ budget }: Extract<ProgressAnswer, { state: 'standing' }>, { lang }: Io): readonly string[] {
  const spent = budget.total?.spent && numberOf(budget.total.spent);
  if (!budget.total || spent === null || spent === undefined || budget.total.share === null) return [];
  const share = percent(budget.total.share);
  return ['', lang === 'ja' ? `予算の消化率 ${share}（計画全体に対して）` : `Budget spent ${share} (of the whole plan)`];
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}
