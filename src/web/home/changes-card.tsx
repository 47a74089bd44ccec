import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { HouseStyleContext } from '../ui/figures.ts';
import { useLang, useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Empty } from '../ui/states.tsx';
import style from './home.module.css';
import { homeLabels } from './home-labels.ts';
import type { HomeAnswer } from './home-page.tsx';

const MOST = 8;

/** What people did lately. */
export function ChangesCard({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { zone } = useContext(HouseStyleContext).calendar;
  const [all, setAll] = useState(false);
  const shown = all ? home.changes : home.changes.slice(0, MOST);
  return (
    <Section title={t('changes')} note={t('changesNote')}>
      {home.changes.length === 0 && <Empty small title={t('noChanges')} />}
      <ul className={style.dense}>
        {shown.map(change => {
          const { day, time } = localMoment(change.at, zone);
          return (
            <li key={`${change.at} ${change.id}`} className={style.change}>
              <time dateTime={change.at}>
                {formatDay(day, lang, 'numeric')} {time}
              </time>
              <span>
                {people.nameOf(change.by)} <span className="mut">{isKnown(change.action) ? t(change.action) : t('changed')}</span>{' '}
                <Subject change={change}>{say(change.title)}</Subject>
              </span>
            </li>
          );
        })}
      </ul>
      {home.changes.length > MOST && (
        <div className={style.more}>
          <Button small look="quiet" onClick={() => setAll(!all)}>
            {all ? ui('showLess') : ui('more', { count: home.changes.length - MOST })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Subject({ change, children }: { readonly change: HomeAnswer['changes'][number]; readonly children: string }) {
  if (children === '') return null;
  if (change.type === 'initiative') {
    return (
      <Link to="/initiatives/$initiative" params={{ initiative: change.id }} className={style.name}>
        {children}
      </Link>
    );
  }
  return <b>{children}</b>;
}

type KnownAction = Extract<keyof typeof homeLabels, `${string}-${string}`>;

function isKnown(action: string): action is KnownAction {
  return action.includes('-') && action in homeLabels;
}
