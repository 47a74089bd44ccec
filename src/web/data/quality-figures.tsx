import { useTranslation } from 'react-i18next';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Pill } from '../ui/pill.tsx';
import style from './quality.module.css';
import type { QualityAnswer } from './quality-page.tsx';
import { useShareWords } from './quality-words.ts';

/** The three figures that say how things stand. */
export function QualityFigures({ answer }: { readonly answer: QualityAnswer }) {
  const { t } = useTranslation('data');
  const { lang, calendar } = useFigures();
  const share = useShareWords();
  const { open, sources, automation } = answer;
  const looked = sources.flatMap(({ completeness }) => completeness ?? []);
  const expected = looked.reduce((sum, one) => sum + one.expected, 0);
  const present = looked.reduce((sum, one) => sum + one.present, 0);
  return (
    <div className={style.figures}>
      <Section title={t('openTickets')}>
        <p className={style.figure}>{t('ticketsNote', { count: open.length })}</p>
        <Pill tone={open.length === 0 ? 'good' : 'warn'} plain>
          {open.length === 0 ? t('ticketsNone') : t('tickets')}
        </Pill>
      </Section>
      <Section title={t('wholly')}>
        <p className={style.figure}>{share(expected === 0 ? null : present / expected)}</p>
        <span className="mut">{t('perSourceNote')}</span>
      </Section>
      <Section title={t('automation')}>
        <p className={style.figure}>{share(automation.share)}</p>
        <span className="mut">{t('automationText', { automated: automation.automated, kpis: automation.kpis })}</span>
        <dl className={style.trend} aria-label={t('automationTrend')}>
          {automation.trend.map(({ on, share: then }) => (
            <div key={on}>
              <dt>{formatPeriod({ grain: 'month', from: on, to: on }, lang, calendar, 'short')}</dt>
              <dd>{share(then)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}
