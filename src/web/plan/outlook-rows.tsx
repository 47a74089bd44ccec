import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import grid from '../grid/grid.module.css';
import { measureOf } from '../progress/node-words.ts';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { SHAPES, type Tone } from '../ui/pill.tsx';
import type { OutlookState } from './outlook.ts';
import style from './schedule.module.css';
import type { ScheduleDesk } from './use-schedule.ts';

export const OUTLOOK = {
  over: { tone: 'none', word: 'stateOver' },
  met: { tone: 'good', word: 'stateMet' },
  short: { tone: 'warn', word: 'stateShort' },
  lost: { tone: 'bad', word: 'stateLost' },
} as const satisfies Readonly<Record<OutlookState, { tone: Tone; word: string }>>;

/** What each month will deliver of a goal, below the line of its targets; where the chosen month's part arrives is marked. */
export function OutlookRows({
  goal,
  schedule,
  month,
}: {
  readonly goal: NodeView;
  readonly schedule: ScheduleDesk;
  readonly month: number;
}) {
  const { t } = useTranslation('schedule');
  const figures = useFigures();
  const found = schedule.outlooks?.find(({ arrivals }) => arrivals.goal === goal.id);
  if (!found) return null;
  const of = measureOf(goal);
  const arrives = (to: number) => found.arrivals.levers.some(({ response }) => (response[month]?.[to] ?? 0) > 0);
  const sum = found.months.reduce((all, { value }) => all + value, 0);
  return (
    <tr>
      <th scope="row" className={classNames(grid.name, style.quiet)} title={t('outlookNote')}>
        {t('outlook')}
      </th>
      {schedule.months.map(({ key, lock }, column) => {
        const one = found.months[column];
        if (!one) return <td key={key} />;
        const { tone, word } = OUTLOOK[one.state];
        return (
          <td key={key} className={classNames(lock && grid.locked, arrives(column) && style.arriving)}>
            {figures.value(Math.round(one.value * 1e6) / 1e6, of)}
            <small className={style.state}>
              <span className={tone === 'none' ? undefined : tone}>
                <span aria-hidden="true">{SHAPES[tone]}</span> {t(word)}
              </span>
            </small>
          </td>
        );
      })}
      <td className={style.total}>{figures.value(Math.round(sum * 1e6) / 1e6, of)}</td>
      <td />
    </tr>
  );
}
