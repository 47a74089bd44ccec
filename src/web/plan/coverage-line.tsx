import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { JOURNEY } from '#core/plan/journey-coverage.ts';
import { SHAPES } from '../ui/pill.tsx';
import { coverageOf } from './coverage-section.tsx';
import style from './review.module.css';

/** How much of the journey the plan covers, in one line that leads to the whole picture. [DES-50] */
export function CoverageLine({ view }: { readonly view: PlanView }) {
  const { t } = useTranslation('review');
  const { gaps, unwatched } = coverageOf(view);
  return (
    <p className={style.line}>
      <Link to="/plan/review">{t('coverageShort')}</Link>{' '}
      <b className="num">{t('coverageShare', { covered: JOURNEY.length - gaps.length, count: JOURNEY.length })}</b>{' '}
      {gaps.length + unwatched.length > 0 && (
        <span className="warn">
          <span aria-hidden="true">{SHAPES.warn}</span>
          <span className="visually-hidden">{t('none')}</span>
        </span>
      )}
    </p>
  );
}
