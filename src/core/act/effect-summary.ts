import type { Lang, Text } from '../text/text.ts';
import { formatEffect } from './effect-change.ts';
import type { EffectReading } from './effect-reading.ts';
import { EFFECT_VERDICTS } from './effect-verdict.ts';

/** A reading in a few words, for notes on charts: 改善（前後比較で+25%）. [EFF-09] Null: nothing was measured. */
export function effectSummary(reading: EffectReading | null): Text {
  if (!reading) return { ja: '効果は計測していません', en: 'effect not measured' };
  return { ja: summaryIn(reading, 'ja'), en: summaryIn(reading, 'en') };
}

function summaryIn(reading: EffectReading, lang: Lang): string {
  const verdict = EFFECT_VERDICTS[reading.verdict][lang];
  if (reading.change === null) return verdict;
  const change = formatEffect(reading.change, reading, lang);
  return lang === 'ja' ? `${verdict}（前後比較で${change}）` : `${verdict} (${change} after against before)`;
}
