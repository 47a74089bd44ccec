import { useTranslation } from 'react-i18next';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import type { OutlookState } from './outlook.ts';
import style from './schedule.module.css';
import type { Planning } from './use-planning.ts';
import type { ScheduleDesk } from './use-schedule.ts';
import { useStepNames } from './use-step-names.ts';

/** Which months of each goal cannot be reached any more, and which could be. */
export function OutlookSentences({ planning, schedule }: { readonly planning: Planning; readonly schedule: ScheduleDesk }) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const namesOf = useStepNames(schedule);
  const { outlooks } = schedule;
  const isWeekly = schedule.rhythm === 'week';
  if (!outlooks) return null;
  if (outlooks.length === 0) return <p className={style.how}>{t('noOutlook')}</p>;
  return (
    <ul className={style.sentences}>
      {outlooks.flatMap(({ arrivals, months: each }) => {
        const goal = say(planning.nodeOf(arrivals.goal)?.name) || arrivals.goal;
        const named = (state: OutlookState) => namesOf(each.flatMap((one, place) => (one.state === state ? [place] : [])));
        const [lost, short] = [named('lost'), named('short')];
        const isLeft = each.some(({ state }) => state === 'met');
        return [
          lost && (
            <li key={`${goal} lost`}>
              <Pill tone="bad">{t('stateLost')}</Pill>{' '}
              {t(isWeekly ? 'lostSentenceWeeks' : 'lostSentence', { months: lost, goal })}
            </li>
          ),
          short && (
            <li key={`${goal} short`}>
              <Pill tone="warn">{t('stateShort')}</Pill>{' '}
              {t(isWeekly ? 'shortSentenceWeeks' : 'shortSentence', { months: short, goal })}
            </li>
          ),
          !lost && !short && isLeft && (
            <li key={`${goal} met`}>
              <Pill tone="good">{t('stateMet')}</Pill> {t(isWeekly ? 'reachedSentenceWeeks' : 'reachedSentence', { goal })}
            </li>
          ),
        ];
      })}
    </ul>
  );
}
