import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './analyse.module.css';
import type { Threat } from './threats-of.ts';

/** What shows early, each with its kind; nothing where there is nothing. `warned`: what is said of a KPI that will miss. */
export function ThreatSection({
  threats,
  warned,
}: {
  readonly threats: readonly Threat[];
  readonly warned: (threat: Extract<Threat, { readonly kind: 'warning' }>) => ReactNode;
}) {
  const { t } = useTranslation('analyse');
  const say = useSay();
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
                {warned(threat)}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
