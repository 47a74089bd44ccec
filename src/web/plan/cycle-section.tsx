import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { parsePurchaseCycle } from '#core/plan/purchase-cycle.ts';
import { HORIZONS } from '#core/plan/schema.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { showToast } from '../ui/toasts.tsx';
import type { ReviewProps } from './coverage-section.tsx';
import style from './cycle-section.module.css';
import { RHYTHM_LABELS } from './rhythm-labels.ts';
import { StoredField } from './stored-field.tsx';
import { HORIZON_LABELS } from './use-working-words.ts';

/** How long customers take to buy, and what follows from it: how far an attribution looks back, when to judge, when to review. [DES-47] */
export function CycleSection({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const { t: design } = useTranslation('design');
  const { t: plan } = useTranslation('plan');
  const { lang } = useFigures();
  const cycle = view.purchaseCycle;
  const store = (value: string) => {
    if (value !== '' && !parsePurchaseCycle(value)) {
      showToast({ kind: 'bad', text: { ja: t('cycleUnreadable'), en: t('cycleUnreadable') } });
      return;
    }
    void planning.desk.edit({ kind: 'purchase-cycle', value });
  };
  return (
    <Section title={t('cycle')} note={t('cycleNote')}>
      <StoredField
        label={t('cycleField')}
        placeholder={t('cycleExample')}
        value={cycle?.text ?? ''}
        onStore={store}
        className={style.field}
      />
      {cycle && (
        <dl className={style.facts}>
          <dt>{t('cycleWindow')}</dt>
          <dd>{t('cycleDays', { days: cycle.window })}</dd>
          <dt>{t('cycleJudged')}</dt>
          <dd>
            {formatDay(cycle.judgedFrom, lang)}
            {cycle.judgedFrom > view.period.to && <small>{t('cycleAfterPlan')}</small>}
          </dd>
          <dt>{t('cycleReviews')}</dt>
          <dd>
            {HORIZONS.map(horizon => (
              <span key={horizon}>
                {design(HORIZON_LABELS[horizon])} {plan(RHYTHM_LABELS[cycle.reviews[horizon]])}
              </span>
            ))}
          </dd>
          <dt>{t('cycleDates')}</dt>
          <dd>
            {cycle.dates.map(day => (
              <span key={day}>{formatDay(day, lang, 'month-day')}</span>
            ))}
          </dd>
        </dl>
      )}
    </Section>
  );
}
