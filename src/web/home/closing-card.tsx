import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { usePeople } from '../app/workspace-context.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';

/** What is left of closing the month that is over. */
export function ClosingCard({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const people = usePeople();
  const nameOfPeriod = usePeriodName();
  const { period, sources } = home.closing;
  const left = sources.filter(({ state }) => state !== 'final');
  return (
    <Section
      title={t('closing', { period: nameOfPeriod(period) })}
      note={left.length > 0 && t('closingLeft', { count: left.length })}
      tools={
        <Link to="/data/closing" className={buttonClass('quiet', true)}>
          {t('toClosing')}
        </Link>
      }
    >
      {left.length === 0 && <Fine>{t('closingDone')}</Fine>}
      <ul className={style.dense}>
        {left.map(({ source, state }) => (
          <li key={source.dataset} className={style.closing}>
            <span>
              {say(source.name)} <span className="dim">{people.nameOf(source.owner)}</span>
            </span>
            <Pill tone={state === 'preliminary' ? 'accent' : 'none'}>{app(CLOSE_WORDS[state])}</Pill>
          </li>
        ))}
      </ul>
    </Section>
  );
}
