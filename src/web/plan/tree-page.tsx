import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AsOfChip } from '../app/as-of-chip.tsx';
import { ErrorState } from '../app/error-state.tsx';
import { useStanding } from '../app/standing.ts';
import { NotStanding } from '../app/standing-page.tsx';
import { Card } from '../ui/card.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Loading } from '../ui/states.tsx';
import { CheckTree } from './check-tree.tsx';
import { PastTree } from './past-tree.tsx';
import { PlanPage } from './plan-page.tsx';
import { ProgressTree } from './progress-tree.tsx';

/** The KPI tree in its two modes, which are never mixed: does the plan add up, and where do we stand. */
export function TreePage() {
  const { mode = 'check', version } = useSearch({ from: '/plan' });
  if (mode === 'check' && version !== undefined)
    return (
      <PlanPage wide showDraft={false}>
        {planning => <PastTree planning={planning} version={version} />}
      </PlanPage>
    );
  return (
    <PlanPage wide chips={<TreeChips />} showDraft={mode === 'check'}>
      {planning => (mode === 'check' ? <CheckTree planning={planning} /> : <ProgressMode />)}
    </PlanPage>
  );
}

function TreeChips() {
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const { mode = 'check' } = useSearch({ from: '/plan' });
  return (
    <>
      <Segmented
        label={t('mode')}
        value={mode}
        options={[
          { value: 'check', label: t('check') },
          { value: 'progress', label: t('progress') },
        ]}
        onChange={value =>
          void navigate({ to: '/plan', search: previous => ({ ...previous, mode: value === 'check' ? undefined : value }) })
        }
      />
      {mode === 'progress' && <ProgressChip />}
    </>
  );
}

function ProgressChip() {
  const standing = useStanding();
  if (standing.kind !== 'standing') return null;
  const { to, month, period } = standing.progress;
  return <AsOfChip to={to} close={month.close} period={period} />;
}

function ProgressMode() {
  const standing = useStanding();
  if (standing.kind === 'standing') return <ProgressTree stands={standing} />;
  if (standing.kind === 'loading')
    return (
      <Card>
        <Loading lines={8} />
      </Card>
    );
  if (standing.kind === 'error')
    return (
      <Card>
        <ErrorState error={standing.error} onRetry={standing.retry} />
      </Card>
    );
  return <NotStanding standing={standing} />;
}
