import type { Text } from '../text/text.ts';

/** What is decided about an initiative when it is closed; exactly one. [ACT-11] */
export type Outcome = 'standardise' | 'expand' | 'modify' | 'stop' | 'new-hypothesis';

export const OUTCOMES: readonly { readonly id: Outcome; readonly name: Text }[] = [
  { id: 'standardise', name: { ja: '標準化', en: 'Standardise' } },
  { id: 'expand', name: { ja: '拡大', en: 'Expand' } },
  { id: 'modify', name: { ja: '修正', en: 'Modify' } },
  { id: 'stop', name: { ja: '中止', en: 'Stop' } },
  { id: 'new-hypothesis', name: { ja: '新たな仮説', en: 'New hypothesis' } },
];

export function isOutcome(text: string): text is Outcome {
  return OUTCOMES.some(({ id }) => id === text);
}
