import { expect, test } from 'vitest';
import { type Day, parseDay } from '../calendar/day.ts';
import type { CannotTell, EffectReading } from './effect-reading.ts';
import { effectSentences } from './effect-sentences.ts';
import { effectSummary } from './effect-summary.ts';

const reading: EffectReading = {
  verdict: 'improved',
  reasons: [],
  scale: 'relative',
  unit: null,
  windows: {
    before: { days: { from: day('2026-05-04'), to: day('2026-05-31') }, weeks: 4, value: 100 },
    after: { days: { from: day('2026-06-01'), to: day('2026-06-28') }, weeks: 3, value: 112 },
  },
  change: 0.12,
  usual: { low: -0.0612, high: 0.0934, pairs: 97, compared: 'windows' },
  meanwhile: [],
};

test('[EFF-09] a reading says what was compared, what is usual, the verdict, and that it shows no cause', () => {
  expect(effectSentences(reading).map(({ ja }) => ja)).toEqual([
    '開始前の28日間（2026年5月4日〜31日）と開始後の21日間（2026年6月1日〜28日）の平均を比べると、+12%です。',
    'このKPIは、施策がなくても、同じ長さの前後の期間で−6.1%〜+9.3%動くのが普通です（過去97組の比較から。100回に95回ほどこの範囲）。',
    '普段の動きを超えているため、「改善」と判定します。',
    '前後の比較だけでは、同じ時期のほかの要因の影響と分けられません。施策が原因だと示すものではありません。',
  ]);
  expect(effectSentences(reading).map(({ en }) => en)).toEqual([
    'Comparing the mean of 28 days before (4–31 May 2026) with 21 days after (1–28 Jun 2026) gives +12%.',
    'Without any initiative this KPI usually moves by −6.1% to +9.3% between two such periods (from 97 earlier pairs; about 95 times in 100).',
    'The change is beyond that, so the verdict is "improved".',
    'A comparison of before and after cannot be told from whatever else happened at the time. It does not show that the initiative was the cause.',
  ]);
});

test('[EFF-09] differences of rates are shown in pt, others in their unit', () => {
  const difference: EffectReading = { ...reading, scale: 'difference', change: 0.012, usual: null, windows: null };
  expect(effectSummary({ ...difference, unit: { kind: 'ratio' } }).ja).toBe('改善（前後比較で+1.2pt）');
  expect(effectSummary({ ...difference, unit: { kind: 'ratio' } }).en).toBe('improved (+1.2 pts after against before)');
  expect(effectSummary({ ...difference, change: -300, unit: { kind: 'money', currency: 'JPY' } }).ja).toBe(
    '改善（前後比較で−300円）',
  );
  expect(effectSummary(null)).toEqual({ ja: '効果は計測していません', en: 'effect not measured' });
  expect(effectSummary({ ...reading, change: null, verdict: 'cannot-tell' }).ja).toBe('判定保留');
});

test('[EFF-09] every reason is a sentence in both languages, and names what it is about', () => {
  const reasons: readonly CannotTell[] = [
    { code: 'too-few-days', weeks: 1, needed: 2, on: day('2026-06-15') },
    { code: 'days-missing' },
    { code: 'history-too-short', weeks: 10, needed: 20 },
    { code: 'season-unknown', weeks: 40, needed: 56 },
    { code: 'season-in-window', names: ['お盆'] },
    { code: 'overlap', names: ['テレビCM', '値下げ'] },
    { code: 'within-usual-movement', smallest: 0.074 },
  ];
  const told = effectSentences({ ...reading, verdict: 'cannot-tell', reasons });
  for (const { ja, en } of told) {
    expect(ja).toMatch(/。$/);
    expect(en).toMatch(/[.:]$/);
    expect(ja + en).not.toMatch(/undefined|NaN|object/);
  }
  const text = told.map(({ ja, en }) => ja + en).join('\n');
  for (const part of [
    '2026年6月15日',
    '15 Jun 2026',
    '20週分',
    '56週分',
    '「お盆」',
    '「テレビCM」、「値下げ」',
    '7.4%',
    '理由は次の7点です',
  ]) {
    expect(text).toContain(part);
  }
});

test('[EFF-09] what else happened is named, and no change is told from not being able to tell', () => {
  const happening = { kind: 'campaign', name: '検索広告', days: { from: day('2026-01-01'), to: day('2026-12-31') } } as const;
  const told = effectSentences({ ...reading, verdict: 'no-change', meanwhile: [happening] }).map(({ ja }) => ja);
  expect(told[2]).toContain('変化なし');
  expect(told[3]).toContain('「検索広告」');
});

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
