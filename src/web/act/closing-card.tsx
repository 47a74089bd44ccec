import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '#core/act/outcome.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { VerdictPill } from './effect-card.tsx';
import style from './initiative.module.css';
import type { Initiative } from './initiative-words.ts';

type Closing = NonNullable<Initiative['closing']>;

/** How it ended: the decision and the lesson first. */
export function ClosingCard({ closing }: { readonly closing: Closing }) {
  const { t } = useTranslation('act');
  const say = useSay();
  const figures = useFigures();
  const money = closing.spent && { unit: { kind: 'money' as const, currency: closing.spent.currency }, counter: null };
  const blocks: readonly (readonly [string, string])[] = [
    [t('impression'), closing.impression ?? ''],
    [t('sideEffects'), closing.sideEffects ?? ''],
    [t('spent'), closing.spent && money ? figures.value(closing.spent.amount, money) : ''],
    [t('rollOut'), closing.rollOutTo.join(say({ ja: '、', en: ', ' }))],
  ];
  return (
    <Section title={t('closing')} note={t('closedOn', { day: formatDay(closing.on, figures.lang) })}>
      <div className={style.outcomeHead}>
        <strong>{say(OUTCOMES.find(({ id }) => id === closing.outcome)?.name)}</strong>
        {closing.reading && <VerdictPill verdict={closing.reading.verdict} />}
      </div>
      <div className={style.block}>
        <h3>{t('lesson')}</h3>
        <p className={style.lesson}>{closing.lesson}</p>
      </div>
      {blocks
        .filter(([, words]) => words !== '')
        .map(([label, words]) => (
          <div key={label} className={style.block}>
            <h3>{label}</h3>
            <p>{words}</p>
          </div>
        ))}
    </Section>
  );
}
