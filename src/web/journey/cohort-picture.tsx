import { useTranslation } from 'react-i18next';
import type { RetentionAnswer } from '#core/journey/retention-question.ts';
import { useFigures } from '../ui/figures.ts';
import { bucketName, type CohortGrain } from './buckets.ts';
import own from './journey.module.css';

const [LEFT, CELL, ROW, TOP] = [84, 46, 26, 22];
/** As much as can be read in a card. */
const [MOST_ROWS, MOST_CELLS] = [8, 8];

/** The newest cohorts as rows: the more came back, the darker. What is not over yet is blank. */
export function CohortPicture({
  answer,
  edges,
  grain,
  ripe,
}: {
  readonly answer: RetentionAnswer;
  readonly edges: readonly number[];
  readonly grain: CohortGrain;
  /** Buckets that are over. */
  readonly ripe: number;
}) {
  const { t } = useTranslation('journey');
  const figures = useFigures();
  const rows = answer.cohorts
    .map((cohort, index) => ({ cohort, index }))
    .filter(({ cohort, index }) => cohort.people > 0 && index + 1 < ripe)
    .slice(-MOST_ROWS);
  const longest = Math.min(MOST_CELLS, Math.max(0, ...rows.map(({ index }) => ripe - index - 1)));
  const whole = LEFT + longest * CELL;
  return (
    <svg
      className={own.drawing}
      style={{ maxWidth: whole * 1.25 }}
      viewBox={`0 0 ${whole} ${TOP + rows.length * ROW}`}
      aria-hidden="true"
    >
      {Array.from({ length: longest }, (_, place) => (
        <text key={place} x={LEFT + place * CELL + CELL / 2} y={14} textAnchor="middle" className={own.muted}>
          {t('later', { count: place + 1 })}
        </text>
      ))}
      {rows.map(({ cohort, index }, line) => (
        <g key={index}>
          <text x={LEFT - 10} y={TOP + line * ROW + 17} textAnchor="end">
            {bucketName(edges[index] ?? 0, grain)}
          </text>
          {cohort.cells.slice(1, 1 + Math.min(longest, ripe - index - 1)).map(({ people }, place) => {
            const share = people / cohort.people;
            const x = LEFT + place * CELL;
            return (
              <g key={place}>
                <rect x={x} y={TOP + line * ROW} width={CELL - 3} height={ROW - 3} rx={4} className={own.gone} />
                <rect
                  x={x}
                  y={TOP + line * ROW}
                  width={CELL - 3}
                  height={ROW - 3}
                  rx={4}
                  className={own.span}
                  opacity={Math.min(1, share * 2)}
                />
                <text x={x + CELL / 2 - 1.5} y={TOP + line * ROW + 16} textAnchor="middle">
                  {figures.percent(share, 0)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
