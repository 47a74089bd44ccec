import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import style from './analyse.module.css';

export interface AnswerCardProps {
  readonly sentence: string;
  /** On what it rests, and how sure it is. */
  readonly basis: readonly string[];
  /** What can be made of it. */
  readonly children?: ReactNode;
}

/** The answer as one would say it, on how much it rests, and what to do with it. */
export function AnswerCard({ sentence, basis, children }: AnswerCardProps) {
  const { t } = useTranslation('analyse');
  return (
    <Section title={t('answer')} className={style.answer}>
      <p className={style.sentence}>{sentence}</p>
      {basis.length > 0 && (
        <ul className={style.basis}>
          {basis.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {children && (
        <fieldset className={style.use}>
          <legend className="visually-hidden">{t('use')}</legend>
          {children}
        </fieldset>
      )}
    </Section>
  );
}
