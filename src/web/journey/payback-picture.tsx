import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import own from './journey.module.css';

const WIDTH = 900;
const HEIGHT = 230;
const LEFT = 90;
const BOTTOM = 34;

/** What a new customer brings by the end of each month, beside what winning one costs. From zero. */
export function PaybackPicture({
  ref,
  cumulative,
  cost,
  money,
}: {
  readonly ref: Ref<SVGSVGElement>;
  readonly cumulative: readonly number[];
  readonly cost: number | undefined;
  readonly money: (amount: number) => string;
}) {
  const { t } = useTranslation('journey');
  const most = Math.max(1, ...cumulative, cost ?? 0) * 1.08;
  const x = (month: number) => LEFT + (month / cumulative.length) * (WIDTH - LEFT - 20);
  const y = (amount: number) => HEIGHT - BOTTOM - (amount / most) * (HEIGHT - BOTTOM - 14);
  const points = [0, ...cumulative].map((amount, month) => `${x(month)},${y(amount)}`).join(' ');
  return (
    <svg ref={ref} className={own.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1={LEFT} x2={WIDTH - 20} y1={y(0)} y2={y(0)} className={own.axis} />
      {[6, 12, 18, 24].map(month => (
        <text key={month} x={x(month)} y={HEIGHT - 12} textAnchor={month === 24 ? 'end' : 'middle'} className={own.muted}>
          {t('monthsAfter', { count: month })}
        </text>
      ))}
      <text x={LEFT - 10} y={y(cumulative.at(-1) ?? 0) + 4} textAnchor="end" className={own.strong}>
        {money(cumulative.at(-1) ?? 0)}
      </text>
      {cost !== undefined && (
        <>
          <line x1={LEFT} x2={WIDTH - 20} y1={y(cost)} y2={y(cost)} className={own.limit} />
          <text x={WIDTH - 24} y={y(cost) - 6} textAnchor="end" className={own.alarm}>
            CAC {money(cost)}
          </text>
        </>
      )}
      <polyline points={points} className={own.curve} />
    </svg>
  );
}
