import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmCell } from '#core/journey/customer-question.ts';
import own from './journey.module.css';

const SCORES = [1, 2, 3, 4, 5] as const;
const CELL = 76;
const LEFT = 120;

/** People by recency (across) and frequency (up); the bigger and darker, the more. */
export function RfmMap({ ref, cells }: { readonly ref: Ref<SVGSVGElement>; readonly cells: readonly RfmCell[] }) {
  const { t } = useTranslation('journey');
  const count = (r: number, f: number) => cells.reduce((sum, cell) => sum + (cell.r === r && cell.f === f ? cell.people : 0), 0);
  const most = Math.max(1, ...SCORES.flatMap(r => SCORES.map(f => count(r, f))));
  const height = CELL * 0.56;
  return (
    <svg
      ref={ref}
      className={own.drawing}
      style={{ maxWidth: 620 }}
      viewBox={`0 0 ${LEFT + 5 * CELL + 10} ${5 * height + 26}`}
      aria-hidden="true"
    >
      {SCORES.map(f => (
        <g key={f}>
          <text x={LEFT - 12} y={(5 - f) * height + height / 2 + 4} textAnchor="end" className={own.muted}>
            {f === 5 ? t('often') : f === 1 ? t('seldom') : f}
          </text>
          {SCORES.map(r => {
            const people = count(r, f);
            return (
              <g key={r}>
                <rect
                  x={LEFT + (r - 1) * CELL}
                  y={(5 - f) * height}
                  width={CELL - 4}
                  height={height - 4}
                  rx={5}
                  className={own.gone}
                />
                <rect
                  x={LEFT + (r - 1) * CELL}
                  y={(5 - f) * height}
                  width={CELL - 4}
                  height={height - 4}
                  rx={5}
                  className={own.span}
                  opacity={people / most}
                />
                <text x={LEFT + (r - 1) * CELL + CELL / 2 - 2} y={(5 - f) * height + height / 2 + 3} textAnchor="middle">
                  {people}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {SCORES.map(r => (
        <text key={r} x={LEFT + (r - 1) * CELL + CELL / 2 - 2} y={5 * height + 18} textAnchor="middle" className={own.muted}>
          {r === 5 ? t('recent') : r === 1 ? t('longAgo') : r}
        </text>
      ))}
    </svg>
  );
}
