import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { useStanding } from '../app/standing.ts';
import { Light, toneOf } from '../progress/light.tsx';
import { measureOf } from '../progress/node-words.ts';
import { TrendMark } from '../progress/trend-mark.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Sparkline } from '../ui/sparkline.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';

/** Where the KPIs of whoever acts stand; without anybody, and for people without KPIs, the goals. */
export function MyKpis({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const say = useSay();
  const figures = useFigures();
  const stands = useStanding();
  if (stands.kind !== 'standing') return null;
  const { nodes } = stands.view;
  const mine = nodes.filter(({ owner }) => owner !== null && owner === home.member);
  const shown = mine.length > 0 ? mine : nodes.filter(({ role }) => role === 'goal');
  return (
    <Section
      title={t(mine.length > 0 ? 'myKpis' : 'goals')}
      note={t('myKpisNote', { day: formatDay(stands.progress.to, figures.lang, 'month-day') })}
      tools={
        <Link to="/progress" className={buttonClass('quiet', true)}>
          {t('toProgress')}
        </Link>
      }
    >
      <ul className={style.list}>
        {shown.map(node => {
          const progress = stands.progress.nodes.find(one => one.node === node.id);
          return (
            progress && (
              <li key={node.id} className={style.kpi}>
                <Link to="/progress/kpi/$node" params={{ node: node.id }} className={style.name}>
                  {say(node.name)}
                </Link>
                <span className={`${style.value} num`}>
                  {figures.observed(progress[progress.main].actual, measureOf(node))}{' '}
                  <TrendMark node={node} progress={progress} />
                </span>
                <Sparkline trend={progress.trend} tone={toneOf(progress.state)} height={22} />
                <Light progress={progress} flag={false} />
              </li>
            )
          );
        })}
      </ul>
    </Section>
  );
}
