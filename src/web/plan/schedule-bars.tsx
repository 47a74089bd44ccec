import { useTranslation } from 'react-i18next';
import { usePeriodName } from '../progress/period-name.ts';
import style from './schedule.module.css';
import type { ScheduleDesk } from './use-schedule.ts';

const WIDTH = 216;
const HEIGHT = 56;

/** A month's amounts as bars from zero; what stood in the plan before is a stroke, months that are over are grey. */
export function ScheduleBars({
  name,
  values,
  before,
  months,
  shown,
}: {
  readonly name: string;
  readonly values: readonly number[];
  readonly before: readonly number[];
  readonly months: ScheduleDesk['months'];
  readonly shown: (value: number) => string;
}) {
  const { t } = useTranslation('schedule');
  const nameOf = usePeriodName();
  const most = Math.max(1e-9, ...values, ...before);
  const wide = WIDTH / Math.max(1, values.length);
  const gap = Math.min(3, wide / 4);
  const height = (value: number) => (value / most) * (HEIGHT - 2);
  const label = t('chartLabel', {
    name,
    values: values.map((value, month) => `${nameOf(months[month]?.key ?? '')} ${shown(value)}`).join(', '),
  });
  return (
    <svg className={style.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {values.map((value, month) => (
        <g key={months[month]?.key}>
          <title>{`${nameOf(months[month]?.key ?? '')} ${shown(value)}`}</title>
          <rect
            x={month * wide + gap / 2}
            y={HEIGHT - height(value)}
            width={wide - gap}
            height={height(value)}
            className={months[month]?.lock ? style.done : style.bar}
          />
          <line
            x1={month * wide}
            x2={(month + 1) * wide}
            y1={HEIGHT - height(before[month] ?? 0)}
            y2={HEIGHT - height(before[month] ?? 0)}
            className={style.before}
          />
        </g>
      ))}
    </svg>
  );
}
