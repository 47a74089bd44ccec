import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStanding } from '../app/standing.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useLanding } from '../progress/use-landing.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './analyse.module.css';
import { threatsOf } from './threats-of.ts';

/** On Home: what shows early about the KPIs of whoever acts; without anybody, and for people without KPIs, about the goals. */
export function ThreatsCard({ member }: { readonly member: string | null }) {
  const stands = useStanding();
  return stands.kind === 'standing' ? <Threats stands={stands} member={member} /> : null;
}

const MOST = 4;

function Threats({ stands, member }: { readonly stands: Stands; readonly member: string | null }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const asked = useLanding(stands);
  const { nodes } = stands.view;
  const mine = nodes.filter(({ owner }) => owner !== null && owner === member);
  const shown = mine.length > 0 ? mine : nodes.filter(({ role }) => role === 'goal');
  const threats = asked.data ? threatsOf(asked.data, id => shown.some(node => node.id === id)) : [];
  if (threats.length === 0) return null;
  return (
    <Section
      title={t('warnings')}
      tools={
        <Link to="/analysis/landing" className={buttonClass('quiet', true)}>
          {t('toLanding')}
        </Link>
      }
    >
      <ul className={style.threats}>
        {threats.slice(0, MOST).map(threat => (
          <li key={`${threat.kind} ${threat.about}`}>
            {threat.kind === 'fall' ? (
              <>
                <Pill tone="warn">{t('fell')}</Pill>
                <span>{say(threat.fall.sentence)}</span>
              </>
            ) : (
              <>
                <Pill tone={threat.warning.why === 'misses' ? 'bad' : 'warn'}>{t(threat.warning.why)}</Pill>
                <Link to="/progress/kpi/$node" params={{ node: threat.about }} className={style.threat}>
                  {say(stands.nodeOf(threat.about)?.name)}
                </Link>
                <span className="mut">{t('chanceIs', { share: figures.percent(threat.warning.probability, 0) })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
