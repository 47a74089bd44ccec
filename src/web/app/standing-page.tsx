import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { AsOfChip } from './as-of-chip.tsx';
import { CompareChip } from './compare-chip.tsx';
import { ErrorState } from './error-state.tsx';
import { Page, type PageProps } from './page.tsx';
import { PlanChip } from './plan-chip.tsx';
import { type Standing, useStanding } from './standing.ts';

export type Stands = Extract<Standing, { kind: 'standing' }>;

/** A page about where a plan stands: chips for plan, day and comparison, and every way in which there may be nothing to show. */
export function StandingPage({
  children,
  chips,
  ...page
}: Omit<PageProps, 'children' | 'chips'> & { readonly children: (stands: Stands) => ReactNode; readonly chips?: ReactNode }) {
  const standing = useStanding();
  return (
    <Page
      {...page}
      chips={
        <>
          <PlanChip />
          {standing.kind === 'standing' && (
            <>
              <AsOfChip to={standing.progress.to} close={standing.progress.month.close} period={standing.progress.period} />
              <CompareChip />
            </>
          )}
          {chips}
        </>
      }
    >
      {standing.kind === 'standing' ? children(standing) : <NotStanding standing={standing} />}
    </Page>
  );
}

/** Why there is no progress to show, and what to do about it. */
export function NotStanding({ standing }: { readonly standing: Exclude<Standing, Stands> }) {
  const { t } = useTranslation('app');
  const say = useSay();
  const lang = useLang();
  const toPlan = (
    <Link to="/plan" className={buttonClass('main')}>
      {t('openPlan')}
    </Link>
  );
  switch (standing.kind) {
    case 'loading':
      return (
        <Card>
          <Loading lines={8} />
        </Card>
      );
    case 'error':
      return (
        <Card>
          <ErrorState error={standing.error} onRetry={standing.retry} />
        </Card>
      );
    case 'none':
      return (
        <Card>
          <Empty
            icon="plan"
            title={t('firstTitle')}
            actions={
              <Link to="/plan/new" className={buttonClass('main')}>
                {t('newPlan')}
              </Link>
            }
          >
            {t('firstText')}
          </Empty>
        </Card>
      );
    case 'unpublished':
      return (
        <Card>
          <Empty icon="plan" title={standing.plan.version ? t('unreadableTitle') : t('unpublishedTitle')} actions={toPlan}>
            {standing.plan.version ? say(standing.plan.check?.problems[0]?.message) : t('unpublishedText')}
          </Empty>
        </Card>
      );
    case 'not-started':
      return (
        <Card>
          <Empty icon="clock" title={t('notStartedTitle')} actions={toPlan}>
            {t('notStartedText', { name: say(standing.progress.name), day: formatDay(standing.progress.period.from, lang) })}
          </Empty>
        </Card>
      );
  }
}
