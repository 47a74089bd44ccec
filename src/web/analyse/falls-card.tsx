import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './analyse.module.css';

/** Leading KPIs that fell in the last whole month, and when what follows them is expected to. [LND-51] */
export function FallsCard({ answer }: { readonly answer: LandingAnswer }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  return (
    <Section title={t('threats')} note={t('threatsNote')}>
      {answer.falls.length === 0 ? (
        <Fine>{t('noFalls')}</Fine>
      ) : (
        <ul className={style.threats}>
          {answer.falls.map(fall => (
            <li key={`${fall.node} ${fall.goal}`}>
              <Pill tone="warn">{t('fell')}</Pill>
              <Link to="/progress/kpi/$node" params={{ node: fall.node }} className={style.threat}>
                {say(fall.sentence)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
