import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { PlanPage } from './plan-page.tsx';
import type { Planning } from './use-planning.ts';
import { VersionDifference } from './version-difference.tsx';
import { VersionList } from './version-list.tsx';
import style from './versions.module.css';

/** Every published version with who, when and why; and what differs between any two. */
export function VersionsPage() {
  return <PlanPage>{planning => <Versions planning={planning} />}</PlanPage>;
}

function Versions({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const { from, until } = useSearch({ from: '/plan/versions' });
  const asked = useAnswer('planVersions', { plan: planning.answer.plan.id }, { keep: true });
  const versions = asked.data?.versions;
  if (!versions)
    return (
      <Card>{asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={6} />}</Card>
    );
  const newest = versions.at(-1);
  if (!newest)
    return (
      <Card>
        <Empty icon="clock" title={t('noVersions')}>
          {t('publishFirst')}
        </Empty>
      </Card>
    );
  const shownUntil = until ?? (planning.desk.isDraft ? 'draft' : String(newest.number));
  const before = shownUntil === 'draft' ? newest.number : Number(shownUntil) - 1;
  const shownFrom = from ?? (before > 0 ? String(before) : undefined);
  return (
    <div className={style.columns}>
      <VersionList versions={versions} planning={planning} shown={shownUntil} />
      <VersionDifference versions={versions} from={shownFrom} until={shownUntil} planning={planning} />
    </div>
  );
}
