import type { Ref } from 'react';
import type { FunnelStep } from '#core/journey/value/funnel-figures.ts';
import own from './journey.module.css';
import { usePictureWidth } from './use-picture-width.ts';

export interface FunnelPictureProps {
  readonly ref: Ref<SVGSVGElement>;
  readonly rows: readonly (FunnelStep & { readonly name: string })[];
  readonly worst: number | undefined;
  readonly people: (count: number) => string;
  readonly share: (share: number | null) => string;
  /** In a card of half the page's width. */
  readonly small?: boolean;
}

const ROW = 46;
const RIGHT = 130;

/** One bar per step from zero; behind it, pale, those who were there before. The numbers stand in the table too. */
export function FunnelPicture({ ref, rows, worst, people, share, small }: FunnelPictureProps) {
  const whole = usePictureWidth(small);
  const left = whole > 500 ? 190 : 118;
  const most = Math.max(1, rows[0]?.people ?? 0);
  const width = (count: number) => (count / most) * (whole - left - RIGHT);
  return (
    <svg
      ref={ref}
      className={own.drawing}
      style={{ maxWidth: whole * 1.15 }}
      viewBox={`0 0 ${whole} ${rows.length * ROW}`}
      aria-hidden="true"
    >
      {rows.map((row, index) => {
        const top = index * ROW;
        const before = rows[index - 1]?.people ?? row.people;
        return (
          <g key={`${index} ${row.name}`}>
            <text x={left - 12} y={top + 25} textAnchor="end" className={index === worst ? own.strong : undefined}>
              {shortened(row.name, whole > 500 ? 14 : 9)}
            </text>
            <rect
              x={left}
              y={top + 6}
              width={width(before)}
              height={ROW - 16}
              className={index === worst ? own.worst : own.gone}
              rx={3}
            />
            <rect x={left} y={top + 6} width={Math.max(1, width(row.people))} height={ROW - 16} className={own.bar} rx={3} />
            <text x={left + width(before) + 10} y={top + 19} className={own.strong}>
              {people(row.people)}
            </text>
            {index > 0 && (
              <text x={left + width(before) + 10} y={top + 35} className={index === worst ? own.alarm : own.muted}>
                {share(row.ofBefore)} · −{people(row.lost)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
