import type { Text } from '../text/text.ts';
import type { EffectVerdict } from './effect-reading.ts';

export const EFFECT_VERDICTS: Readonly<Record<EffectVerdict, Text>> = {
  improved: { ja: '改善', en: 'improved' },
  worsened: { ja: '悪化', en: 'worsened' },
  'no-change': { ja: '変化なし', en: 'no change' },
  'cannot-tell': { ja: '判定保留', en: 'cannot tell yet' },
};
