import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmAnswer } from '#core/journey/customer-question.ts';
import { useFigures } from '../ui/figures.ts';
import own from './journey.module.css';
import { usePictureWidth } from './use-picture-width.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
const DAY = 86_400_000;
const [ROW, BELOW] = [43, 26];

/** People by recency (across) and frequency (up); the bigger and darker, the more. Classes that nobody can be in are left out. [JNY-23] */
export function RfmMap({ ref, answer: { cells, cuts } }: { readonly ref: Ref<SVGSVGElement>; readonly answer: RfmAnswer }) {
  const { t } = useTranslation('journey');
  const figures = useFigures();
  const isNarrow = usePictureWidth() < 600;
  const [left, cell] = isNarrow ? [76, 58] : [104, 82];
  const plain = (count: number) => figures.value(count, { unit: { kind: 'count' }, counter: null });
  const often = SCORES.flatMap(f => {
    const low = f === 1 ? 1 : Math.max(1, cuts.frequency[f - 2] ?? 1);
    const next = cuts.frequency[f - 1];
    if (next !== undefined && next <= low) return [];
    if (next === undefined) return [{ f, name: t('timesFrom', { low: plain(low) }) }];
    if (next - 1 === low) return [{ f, name: t('timesOf', { count: low }) }];
    return [{ f, name: t('timesTo', { low: plain(low), high: plain(next - 1) }) }];
  }).toReversed();
  const lately = SCORES.flatMap(r => {
    const [bound, newer] = [cuts.recency[5 - r], cuts.recency[4 - r]];
    if (bound !== undefined && bound === newer) return [];
    const days = Math.ceil((bound ?? cuts.recency[3] ?? 0) / DAY);
    return [{ r, name: t(r === 1 ? 'daysBefore' : 'daysTo', { count: days }) }];
  });
  const count = (r: number, f: number) => cells.reduce((sum, one) => sum + (one.r === r && one.f === f ? one.people : 0), 0);
  const most = Math.max(1, ...lately.flatMap(({ r }) => often.map(({ f }) => count(r, f))));
  const whole = left + lately.length * cell + 4;
  return (
    <svg
      ref={ref}
      className={own.drawing}
      style={{ maxWidth: whole * 1.2 }}
      viewBox={`0 0 ${whole} ${often.length * ROW + BELOW}`}
      aria-hidden="true"
    >
      {often.map(({ f, name }, row) => (
        <g key={f}>
          <text x={left - 12} y={row * ROW + ROW / 2 + 4} textAnchor="end" className={own.muted}>
            {name}
          </text>
          {lately.map(({ r }, column) => {
            const people = count(r, f);
            const box = { x: left + column * cell, y: row * ROW, width: cell - 4, height: ROW - 4, rx: 5 };
            return (
              <g key={r}>
                <rect {...box} className={own.gone} />
                <rect {...box} className={own.span} opacity={people / most} />
                <text x={box.x + cell / 2 - 2} y={box.y + ROW / 2 + 3} textAnchor="middle">
                  {plain(people)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {lately.map(({ r, name }, column) => (
        <text
          key={r}
          x={left + column * cell + cell / 2 - 2}
          y={often.length * ROW + 16}
          textAnchor="middle"
          className={own.muted}
        >
          {name}
        </text>
      ))}
    </svg>
  );
}
