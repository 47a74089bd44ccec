import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import style from './quality.module.css';
import type { QualityAnswer } from './quality-page.tsx';
import { useShareWords } from './quality-words.ts';

const TONES = { met: 'good', partly: 'warn', not: 'bad', none: 'none' } as const satisfies Record<string, Tone>;

/** The four questions about the quality of data, as they stand. */
export function QualityChecklist({ answer: { checklist } }: { readonly answer: QualityAnswer }) {
  const { t } = useTranslation('data');
  const share = useShareWords();
  return (
    <Section
      title={t('qualityCheckTitle')}
      note={checklist.score === null ? undefined : `${t('checklistScore')} ${share(checklist.score)}`}
    >
      <ul className={style.checklist}>
        {checklist.items.map(({ id, state, done, of }) => (
          <li key={id}>
            <Pill tone={TONES[state]}>{t(`state-${state}`)}</Pill>
            <div>
              <b>{t(`item-${id}`)}</b>
              <span className={style.detail}>{of > 0 && t(`detail-${id}`, { done, of })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
