import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStanding } from '../app/standing.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useLanding } from '../progress/use-landing.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { ThreatSection } from './threat-section.tsx';
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
  return (
    <ThreatSection
      threats={threats.slice(0, MOST)}
      warned={({ about, warning }) => (
        <>
          <Link to="/progress/kpi/$node" params={{ node: about }} className={style.threat}>
            {say(stands.nodeOf(about)?.name)}
          </Link>
          <span className="mut">{t('chanceIs', { share: figures.percent(warning.probability, 0) })}</span>
        </>
      )}
    />
  );
}
