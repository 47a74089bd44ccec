import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';

type Oddity = HomeAnswer['data'][number];

/** Data that are late or odd. */
export function DataCard({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const say = useSay();
  const people = usePeople();
  return (
    <Section title={t('data')}>
      {home.data.length === 0 && <Fine>{t('dataFine')}</Fine>}
      <ul className={style.list}>
        {home.data.map(oddity => (
          <li key={`${oddity.kind} ${oddity.source.dataset}`}>
            <div className={style.row}>
              <Link to="/data/dataset/$dataset" params={{ dataset: oddity.source.dataset }} className={style.name}>
                {say(oddity.source.name)}
              </Link>
              <span className={`${style.far} mut`}>{people.nameOf(oddity.source.owner)}</span>
            </div>
            <OddityWords oddity={oddity} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OddityWords({ oddity }: { readonly oddity: Oddity }) {
  const { t } = useTranslation('home');
  const lang = useLang();
  switch (oddity.kind) {
    case 'late': {
      const { daysLate, through } = oddity.source;
      return (
        <Pill tone="warn" plain>
          {through === null
            ? t('lateNever')
            : t('late', { count: daysLate ?? 0, days: daysLate ?? 0, day: formatDay(through, lang, 'month-day') })}
        </Pill>
      );
    }
    case 'gap':
      return (
        <Pill tone="warn" plain>
          {t('gap', { days: oddity.days.map(range => formatDayRange(range, lang)).join(lang === 'ja' ? '、' : ', ') })}
        </Pill>
      );
    case 'bad-rows':
      return (
        <Pill tone="warn" plain>
          {t('badRows', { count: oddity.count })}
        </Pill>
      );
  }
}
