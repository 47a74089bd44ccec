import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import own from './journey.module.css';
import { usePictureWidth } from './use-picture-width.ts';

const ROW = 30;
const RIGHT = 110;

/** Per channel a bar from the lowest to the highest credit, and a point per model. From zero. */
export function ChannelRanges({
  ref,
  rows,
  text,
  small,
}: {
  readonly ref: Ref<SVGSVGElement>;
  readonly rows: readonly {
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly points: readonly number[];
  }[];
  readonly text: (count: number) => string;
  /** In a card of half the page's width. */
  readonly small?: boolean;
}) {
  const { t } = useTranslation('journey');
  const whole = usePictureWidth(small);
  const left = whole > 500 ? 190 : 118;
  const most = Math.max(1e-9, ...rows.map(({ high }) => high));
  const x = (count: number) => left + (count / most) * (whole - left - RIGHT);
  return (
    <svg
      ref={ref}
      className={own.drawing}
      style={{ maxWidth: whole * 1.15 }}
      viewBox={`0 0 ${whole} ${rows.length * ROW + 6}`}
      aria-hidden="true"
    >
      <line x1={left} x2={left} y1={0} y2={rows.length * ROW} className={own.axis} />
      {rows.map(({ name, low, high, points }, index) => {
        const middle = index * ROW + ROW / 2;
        return (
          <g key={name}>
            <text x={left - 12} y={middle + 4} textAnchor="end">
              {name.length > left / 13 ? `${name.slice(0, left / 13 - 1)}…` : name}
            </text>
            <rect x={x(low)} y={middle - 7} width={Math.max(2, x(high) - x(low))} height={14} className={own.span} rx={4} />
            {points.map((point, place) => (
              <circle key={place} cx={x(point)} cy={middle} r={3} className={own.point} />
            ))}
            <text x={x(high) + 10} y={middle + 4} className={own.muted}>
              {t('span', { low: text(low), high: text(high) })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
