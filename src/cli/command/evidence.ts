import type { TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Text } from '#core/text/text.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { tableText } from '../table.ts';

export interface EvidenceOptions extends WorkspaceOptions {
  readonly plan?: string;
  /** Another value to try instead of the target; a percentage as its fraction. */
  readonly target?: number;
  readonly version?: string;
  readonly json?: boolean;
}

/** `rashin plan evidence NODE`: what a target can be held against, and how ambitious it is. [CLI-25] */
export async function evidence(node: string, options: EvidenceOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { target, version } = options;
    const answer = valueOr(
      await ask('targetEvidence', {
        plan,
        node,
        ...(target === undefined ? {} : { target }),
        ...(version === undefined ? {} : { version }),
      }),
    );
    io.print(options.json ? JSON.stringify(answer, null, 2) : textOf(answer, io));
    return EXIT.ok;
  });
}

const SOURCES: Readonly<Record<NonNullable<TargetEvidenceAnswer['source']>['from'], Text>> = {
  baseline: { ja: '現在の水準', en: 'where it stood' },
  'own-best': { ja: '過去最高', en: 'own best' },
  'own-mean': { ja: '過去の平均', en: 'own mean' },
  trend: { ja: '直線の延長', en: 'straight line' },
  forecast: { ja: '予測', en: 'forecast' },
  benchmark: { ja: '業界水準', en: 'benchmark' },
  competitor: { ja: '競合', en: 'competitor' },
  required: { ja: '目標からの逆算', en: 'what the goal needs' },
  agreement: { ja: '合意', en: 'agreement' },
};

function textOf(answer: TargetEvidenceAnswer, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const show = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatValue(Number(value.toPrecision(6)), answer.unit, lang);
  const { present, baseline, bridge, best, benchmark, source, ambition } = answer;
  const line = (ja_: string, en: string, value: string, note = '') => [ja ? ja_ : en, value, note];
  const whole = ja ? `${answer.months}か月の合計` : `total of ${answer.months} months`;
  const month = ja ? '1か月' : 'a month';
  const rows = [
    line('目標', 'Target', show(answer.target), answer.measure === 'whole' ? whole : month),
    line('現在の水準', 'Where it stands', show(present?.value), present ? PRESENT[present.from][lang] : ''),
    line('基準値', 'Baseline', show(baseline?.value), baseline?.because[0]?.message[lang] ?? ''),
    line('過去最高', 'Own best', show(best?.value), best ? formatDayRange(best, lang) : ''),
    line('平均（直近12か月）', 'Mean of 12 months', show(answer.mean)),
    line('直線の延長', 'Straight line', show(answer.trend)),
    line('予測（何もしない場合）', 'Forecast, nothing done', show(answer.natural)),
    ...(bridge
      ? [line('基準値＋自然増＋施策', 'Baseline, growth, initiatives', show(bridge.total), bridgeText(bridge, show))]
      : []),
    line('予測（施策込み）', 'Forecast with initiatives', show(answer.withInitiatives)),
    ...(benchmark
      ? [line('業界水準', 'Benchmark', bandText(benchmark.low, benchmark.high, show, ja), benchmark.text[lang])]
      : []),
    ...answer.required.map(({ name, value, possible }) =>
      line(
        `${name.ja}に必要な値`,
        `Needed for ${name.en}`,
        show(value),
        possible === 'yes' ? '' : ja ? 'これだけでは届きません' : 'not enough on its own',
      ),
    ),
    ...(source
      ? [
          line(
            '目標の出どころ',
            'Taken from',
            SOURCES[source.from][lang],
            [show(source.value === null ? null : Number(source.value)), source.note?.[lang] ?? '']
              .filter(part => part !== '–' && part !== '')
              .join(' '),
          ),
        ]
      : []),
  ];
  const staged = ambition.staged.map(({ months, value }) =>
    ja ? `  ${months}か月後 ${show(value)}` : `  in ${months} months ${show(value)}`,
  );
  return [
    `${colors.bold(answer.name[lang])}  ${ambition.label[lang]}`,
    ...ambition.because.map(({ message }) => message[lang]),
    '',
    tableText([{ heading: '' }, { heading: '', align: 'right' }, { heading: '' }], rows),
    ...(staged.length > 0 ? ['', colors.bold(ja ? '段階的な目標の案' : 'Steps that lead there'), ...staged] : []),
    ...answer.problems.map(({ message }) => colors.dim(message[lang])),
  ].join('\n');
}

const PRESENT = {
  plan: { ja: '計画に記載', en: 'as in the plan' },
  recent: { ja: '直近3か月の平均', en: 'mean of the last three months' },
} as const;

function bridgeText(
  { baseline, growth, effects, overlap, capped }: NonNullable<TargetEvidenceAnswer['bridge']>,
  show: (value: number) => string,
): string {
  const added = [growth, ...effects.map(({ amount }) => amount), overlap, capped].filter(amount => Math.abs(amount) > 1e-12);
  return [show(baseline), ...added.map(amount => `${amount < 0 ? '−' : '+'}${show(Math.abs(amount))}`)].join(' ');
}

function bandText(low: number | null, high: number | null, show: (value: number | null) => string, ja: boolean): string {
  if (low === null) return ja ? `${show(high)}以下` : `up to ${show(high)}`;
  if (high === null) return ja ? `${show(low)}以上` : `from ${show(low)}`;
  return `${show(low)}${ja ? '〜' : '–'}${show(high)}`;
}
