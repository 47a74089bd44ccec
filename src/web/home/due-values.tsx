import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './home.module.css';

/** Values the acting member should type now; nothing where there is none. [DUE-02] */
export function DueValues({ member }: { readonly member: string | null }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const nameOfPeriod = usePeriodName();
  const all = useAnswer('valueDuties', {}).data?.owed ?? [];
  const owed = all.filter(({ owner }) => member === null || owner === member);
  if (owed.length === 0) return null;
  return (
    <Section
      title={t('dueTitle')}
      tools={
        <Link to="/data/values" className={buttonClass('plain', true)}>
          {t('dueGo')}
        </Link>
      }
    >
      <ul className={style.list}>
        {owed.map(({ metric, name, month, due, late, owner }) => (
          <li key={`${metric} ${month}`}>
            <div className={style.row}>
              <Link to="/data/values" className={style.name}>
                {say(name)}
              </Link>
              <span>{nameOfPeriod(month)}</span>
              {member === null && <span className="mut">{people.nameOf(owner)}</span>}
              <span className={style.far}>
                {late > 0 ? (
                  <Pill tone="bad">{t('dueLate', { count: late })}</Pill>
                ) : (
                  <Pill tone="warn">{t('dueOn', { day: formatDay(due, lang, 'month-day') })}</Pill>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
