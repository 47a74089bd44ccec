import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import own from './journey.module.css';
import { usePictureWidth } from './use-picture-width.ts';

const HEIGHT = 230;
const LEFT = 90;
const BOTTOM = 34;

/** What a new customer has brought at first and by the end of each month, beside what winning one costs. From zero. */
export function PaybackPicture({
  ref,
  brought,
  cost,
  money,
}: {
  readonly ref: Ref<SVGSVGElement>;
  readonly brought: readonly number[];
  readonly cost: number | undefined;
  readonly money: (amount: number) => string;
}) {
  const { t } = useTranslation('journey');
  const whole = usePictureWidth();
  const most = Math.max(1, ...brought, cost ?? 0) * 1.08;
  const x = (month: number) => LEFT + (month / Math.max(1, brought.length - 1)) * (whole - LEFT - 20);
  const y = (amount: number) => HEIGHT - BOTTOM - (amount / most) * (HEIGHT - BOTTOM - 14);
  const points = brought.map((amount, month) => `${x(month)},${y(amount)}`).join(' ');
  return (
    <svg ref={ref} className={own.drawing} viewBox={`0 0 ${whole} ${HEIGHT}`} aria-hidden="true">
      <line x1={LEFT} x2={whole - 20} y1={y(0)} y2={y(0)} className={own.axis} />
      {[6, 12, 18, 24].map(month => (
        <text key={month} x={x(month)} y={HEIGHT - 12} textAnchor={month === 24 ? 'end' : 'middle'} className={own.muted}>
          {t('monthsAfter', { count: month })}
        </text>
      ))}
      {[brought[0] ?? 0, brought.at(-1) ?? 0].map(amount => (
        <text key={amount} x={LEFT - 10} y={y(amount) + 4} textAnchor="end" className={own.strong}>
          {money(amount)}
        </text>
      ))}
      {cost !== undefined && (
        <>
          <line x1={LEFT} x2={whole - 20} y1={y(cost)} y2={y(cost)} className={own.limit} />
          <text x={whole - 24} y={y(cost) - 6} textAnchor="end" className={own.alarm}>
            CAC {money(cost)}
          </text>
        </>
      )}
      <polyline points={points} className={own.curve} />
    </svg>
  );
}
