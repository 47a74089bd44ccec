import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './analyse.module.css';
import { threatsOf } from './threats-of.ts';

/** What shows early about a KPI, on its page; nothing where all is well or nothing can be told. */
export function LeadingNotice({ view, node }: { readonly view: PlanView; readonly node: string }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const { to } = usePlace();
  const asked = useAnswer('landing', { plan: view.id, ...(to ? { to } : {}) }, { keep: true });
  const threats = asked.data ? threatsOf(asked.data, id => id === node) : [];
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
        {threats.map(threat => (
          <li key={`${threat.kind} ${threat.about}`}>
            {threat.kind === 'fall' ? (
              <>
                <Pill tone="warn">{t('fell')}</Pill>
                <span>{say(threat.fall.sentence)}</span>
              </>
            ) : (
              <>
                <Pill tone={threat.warning.why === 'misses' ? 'bad' : 'warn'}>{t(threat.warning.why)}</Pill>
                <span>
                  {say(threat.warning.sentence)} {say(threat.warning.shows?.sentence)}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
