import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import style from './initiative.module.css';
import { type Initiative, useInitiativeWords } from './initiative-words.ts';

/** What is done and why it should work. */
export function InitiativeAbout({ initiative }: { readonly initiative: Initiative }) {
  const { t } = useTranslation('act');
  const words = useInitiativeWords();
  const { hypothesis, expected, evidence, details } = initiative;
  const blocks: readonly (readonly [string, string | undefined])[] = [
    [t('cause'), details.cause],
    [t('risk'), details.risk],
    [t('segment'), details.segment],
    [
      t('pilotScope'),
      details.pilot &&
        `${details.pilot.scope}（${Math.round(details.pilot.share * 1000) / 10}%・${t('days', { count: details.pilot.days })}）`,
    ],
  ];
  return (
    <Section title={t('about')}>
      <div className={style.block}>
        <h3>{t('effect')}</h3>
        {expected ? <p className={style.expected}>{words.expected(expected)}</p> : <p className="dim">{t('noExpected')}</p>}
      </div>
      <div className={style.block}>
        <h3>{t('hypothesis')}</h3>
        {hypothesis ? <p>{hypothesis}</p> : <p className="dim">{t('noHypothesis')}</p>}
      </div>
      {evidence.length > 0 && (
        <div className={style.block}>
          <h3>{t('evidence')}</h3>
          <ul className={style.evidence}>
            {evidence.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {blocks.map(
        ([label, text]) =>
          text && (
            <div key={label} className={style.block}>
              <h3>{label}</h3>
              <p>{text}</p>
            </div>
          ),
      )}
    </Section>
  );
}
