import type { Text } from '../text/text.ts';
import type { LandingRecord } from './landing-record.ts';

/** How earlier landings did, in words. [LND-70] */
export function recordSentence({ tries, inside }: Pick<LandingRecord, 'tries' | 'inside'>): Text {
  const n = tries.length;
  if (n === 0)
    return {
      ja: '実績がまだ少ないため、以前に見込んでいたらどれだけ当たったかは確かめられません。',
      en: 'There is too little history to try how earlier landings would have done.',
    };
  const misses = tries.flatMap(({ landing: { p50 }, actual }) =>
    actual === 0 ? [] : [Math.abs(p50 - actual) / Math.abs(actual)],
  );
  const mean = Math.round((100 * misses.reduce((sum, miss) => sum + miss, 0)) / Math.max(1, misses.length));
  const off = misses.length > 0;
  return {
    ja: `過去${n}回の月末に同じ方法で見込んでいたら、結果が80%の幅に収まったのは${inside}回でした${off ? `（中央の見込と結果の差は平均${mean}%）` : ''}。`,
    en: `Worked out the same way at the ends of ${n} earlier ${n === 1 ? 'month' : 'months'}, the 80% range would have held the result ${inside === 1 ? 'once' : `${inside} times`}${off ? ` (the middle was off by ${mean}% on average)` : ''}.`,
  };
}
