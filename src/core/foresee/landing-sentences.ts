import { formatDay } from '../calendar/format-day.ts';
import { decimalOf } from '../number/decimal.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { ForecastBasis, ForecastNote } from '../stats/forecast.ts';
import { formatDifference } from '../text/format-change.ts';
import { formatSigned, formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { EarlyWarning } from './early-warning.ts';
import type { Mover } from './movers.ts';
import type { PipelineLanding } from './pipeline-landing.ts';

/** What a forecast rests on, in words. [LND-03, FOR-01] */
export function basisSentences(basis: ForecastBasis): readonly Text[] {
  const { values, coverage } = basis;
  return [
    {
      ja: `過去${values}期間の実績から予測しています。`,
      en: `Forecast from ${values} past ${values === 1 ? 'period' : 'periods'}.`,
    },
    ...(coverage
      ? [
          {
            ja: `過去に同じ方法で予測していたら、90%の幅に実績の${percent(coverage.coverage90)}が収まっていました（${coverage.n}回の比較）。`,
            en: `Had the same method been used in the past, ${percent(coverage.coverage90)} of the actual values would have been inside the 90% range (${coverage.n} comparisons).`,
          },
        ]
      : []),
    ...basis.notes.map(noteSentence),
  ];
}

function noteSentence(note: ForecastNote): Text {
  switch (note) {
    case 'short-history':
      return {
        ja: '実績がまだ少ないため、幅を広めに取っています。12期間以上になると精度を確かめられます。',
        en: 'The history is still short, so the range is kept wide. From 12 periods on its accuracy can be checked.',
      };
    case 'season-unknown':
      return {
        ja: '実績が2年に満たないため、季節による動きは織り込んでいません。',
        en: 'With less than two years of history, seasonal movement is not included.',
      };
    case 'never-changes':
      return {
        ja: '実績が一度も動いていないため、同じ値が続くものとしています。幅は出せません。',
        en: 'The value has never changed, so it is taken to stay the same. A range cannot be given.',
      };
    case 'all-zero':
      return {
        ja: '実績がすべて0のため、0が続くものとしています。幅は出せません。',
        en: 'All values so far are zero, so zero is taken to continue. A range cannot be given.',
      };
    case 'negative-values':
      return {
        ja: 'マイナスの実績があるため、増減をそのままの単位で予測しています。',
        en: 'Some values are negative, so the forecast adds changes in the unit itself.',
      };
    default:
      return unreachable(note);
  }
}

/** Why there is no forecast. */
export const NO_VALUES: Text = {
  ja: '実績がまだないため、予測できません。データを取り込むと、ここに予測が表示されます。',
  en: 'There are no values yet, so nothing can be forecast. Import data to see a forecast here.',
};

/** Why a node's landing cannot be told. */
export function missingSentence(names: readonly Text[]): Text {
  return {
    ja: `実績も計画もない指標（${names.map(name => name.ja).join('、')}）があるため、着地見込を計算できません。データを取り込むか、目標を入れてください。`,
    en: `The landing cannot be worked out, because there is neither data nor a target for ${names.map(name => name.en).join(', ')}. Import data or set a target.`,
  };
}

/** A warning in one or two sentences. [LND-23] */
export function warningSentence(warning: EarlyWarning, name: Text, unit: Unit): Text {
  return { ja: warningIn('ja', warning, name, unit), en: warningIn('en', warning, name, unit) };
}

function warningIn(
  lang: Lang,
  { by, why, target, landing, shortfall, probability, pace }: EarlyWarning,
  name: Text,
  unit: Unit,
): string {
  const shown = (value: number) => formatValue(rounded(value), unit, lang);
  const gap = shownGapOf(shortfall, unit, lang);
  const day = formatDay(by, lang);
  const chance = percent(probability);
  const needed = pace?.neededPerBusinessDay ?? null;
  const so = pace?.soFarPerBusinessDay ?? null;
  if (lang === 'ja') {
    const head =
      why === 'misses'
        ? `${name.ja}は、${day}の目標${shown(target)}に対して着地見込${shown(landing)}です（差${gap}、達成確率${chance}）。`
        : `${name.ja}は目標に届く見込みですが、残りの期間にこれまでより速いペースが必要です（達成確率${chance}）。`;
    const rest =
      needed !== null && so !== null
        ? `残り${pace?.businessDaysLeft}営業日、1営業日あたり${shown(needed)}が必要です（これまで${shown(so)}）。`
        : '';
    return head + rest;
  }
  const head =
    why === 'misses'
      ? `${name.en} is expected to land at ${shown(landing)} against the target of ${shown(target)} by ${day} (gap ${gap}, probability ${chance}).`
      : `${name.en} is expected to reach its target, but the rest needs a faster pace than so far (probability ${chance}).`;
  const rest =
    needed !== null && so !== null
      ? ` ${pace?.businessDaysLeft} business days are left; ${shown(needed)} per business day is needed (so far ${shown(so)}).`
      : '';
  return head + rest;
}

/** What hangs on a driver. [LND-22] */
export function moverSentence({ probabilityHigh, probabilityLow, landingHigh, landingLow }: Mover, name: Text, goal: Unit): Text {
  const shown = (lang: Lang) => [landingHigh, landingLow].map(value => formatValue(rounded(value), goal, lang));
  const [highJa, lowJa] = shown('ja');
  const [highEn, lowEn] = shown('en');
  return {
    ja: `${name.ja}が見込みより高く推移すると達成確率${percent(probabilityHigh)}（着地${highJa}）、低いと${percent(probabilityLow)}（着地${lowJa}）です。`,
    en: `When ${name.en} runs above its expected course the probability is ${percent(probabilityHigh)} (landing ${highEn}); below it, ${percent(probabilityLow)} (landing ${lowEn}).`,
  };
}

/** How ヨミ differs from the simulated landing, and why. [LND-42] */
export function pipelineSentences(pipeline: PipelineLanding, simulated: number, unit: Unit): readonly Text[] {
  const shown = (value: number, lang: Lang) => formatValue(rounded(Math.abs(value)), unit, lang);
  const difference = pipeline.landingBySales - simulated;
  const belief = pipeline.openBySales - pipeline.openByHistory;
  const rest = pipeline.landingByHistory - simulated;
  const higher = (value: number) =>
    value >= 0 ? ({ ja: '高く', en: 'above' } as const) : ({ ja: '低く', en: 'below' } as const);
  const sentences: Text[] = [
    {
      ja: `ヨミは${shown(pipeline.landingBySales, 'ja')}で、着地見込（中央値${shown(simulated, 'ja')}）より${shown(difference, 'ja')}${higher(difference).ja}なっています。`,
      en: `The pipeline forecast is ${shown(pipeline.landingBySales, 'en')}, ${shown(difference, 'en')} ${higher(difference).en} the expected landing (median ${shown(simulated, 'en')}).`,
    },
  ];
  if (pipeline.winRate === null) {
    sentences.push({
      ja: '決着した商談がまだないため、営業の確度を過去の実績と比べられません。',
      en: 'No deal has been decided yet, so the probabilities of sales cannot be compared with the past.',
    });
  } else {
    const signed = (value: number, lang: Lang) => formatSigned(rounded(value), unit, lang);
    sentences.push({
      ja: `内訳は、確度の差が${signed(belief, 'ja')}、見方の差が${signed(rest, 'ja')}です。`,
      en: `Of this, ${signed(belief, 'en')} is a matter of probability and ${signed(rest, 'en')} a matter of view.`,
    });
    sentences.push({
      ja: `確度の差：営業の確度は、過去に決着した商談の成約率（${percent(pipeline.winRate)}）で見た場合より${higher(belief).ja}なっています。`,
      en: `Probability: the figures of sales are ${higher(belief).en} what the win rate of past deals (${percent(pipeline.winRate)}) would give.`,
    });
    sentences.push({
      ja: '見方の差：ヨミは今ある商談から、着地見込はリードからの流れ全体から計算しています。',
      en: 'View: the pipeline forecast starts from the deals at hand, the landing from the whole flow since the lead.',
    });
  }
  if (pipeline.overdue > 0)
    sentences.push({
      ja: `完了予定日を過ぎた商談が${shown(pipeline.overdue, 'ja')}あります。日付とフェーズを見直してください。`,
      en: `Deals worth ${shown(pipeline.overdue, 'en')} are past their expected close date. Review their dates and stages.`,
    });
  return sentences;
}

/** Why there is no ヨミ. */
export const NO_PIPELINE: Readonly<Record<'no-goal' | 'no-deals' | 'past', Text>> = {
  'no-goal': {
    ja: '金額の目標に実績がないため、ヨミは表示しません。',
    en: 'No goal is an amount of money with values, so there is no pipeline forecast.',
  },
  'no-deals': {
    ja: '商談の一覧（フェーズ・金額・確度・完了予定日）を取り込むと、ヨミを着地見込と並べて確認できます。',
    en: 'Import a list of deals (stage, amount, probability, expected close) to see the pipeline forecast beside the landing.',
  },
  past: {
    ja: '商談の一覧は現在のものです。過去の日付のヨミは表示しません。',
    en: 'The list of deals is as of today, so there is no pipeline forecast for a day in the past.',
  },
};

/** How a landing is worked out. [LND-20] */
export const METHOD: readonly Text[] = [
  {
    ja: '終わった月は実績、これからの月は各指標の予測から、計画の計算式と期間のずれに沿って計算しています。',
    en: 'Months that are over stand at their actual values; months ahead follow from the forecast of each driver through the formulas and delays of the plan.',
  },
  {
    ja: '指標どうしの連動を保ったまま多数の場合を試し、下から10%・50%・90%の値と、目標に届いた割合（達成確率）を示しています。',
    en: 'Many outcomes are drawn in which drivers go together as they did in the past; shown are the values below which 10%, 50% and 90% of them lie, and the share that reaches the target.',
  },
  {
    ja: '影響の大きい3指標は、その指標が見込みより高く推移した場合と低く推移した場合の達成確率の差で選んでいます。連動して動く指標の分も含みます。',
    en: 'The three drivers are those whose high and low halves of outcomes differ most in the probability of the goal; what goes together with a driver is included.',
  },
];

/** The size of a difference: rates in pt. */
function shownGapOf(difference: number, unit: Unit, lang: Lang): string {
  return formatDifference(decimalOf(rounded(difference)), unit, lang).replace(/^[+−]/, '');
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Forecasts have no more than six digits to say. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
