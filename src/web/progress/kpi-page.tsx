import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlanNotice } from '../agree/plan-notice.tsx';
import { LeadingNotice } from '../analyse/leading-notice.tsx';
import { TargetEvidenceCard } from '../analyse/target-evidence-view.tsx';
import { VarianceCard } from '../analyse/variance-card.tsx';
import { AsOfChip } from '../app/as-of-chip.tsx';
import { CompareChip } from '../app/compare-chip.tsx';
import { ErrorState } from '../app/error-state.tsx';
import page from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { usePlace } from '../app/place.ts';
import { PlanChip } from '../app/plan-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { KpiPurpose } from '../plan/kpi-purpose.tsx';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import style from './kpi.module.css';
import { KpiCategories } from './kpi-categories.tsx';
import { KpiComments } from './kpi-comments.tsx';
import { KpiCompared } from './kpi-compared.tsx';
import { KpiDefinition } from './kpi-definition.tsx';
import { KpiDoing } from './kpi-doing.tsx';
import { KpiHead } from './kpi-head.tsx';
import { KpiInfluences } from './kpi-influences.tsx';
import { KpiParts } from './kpi-parts.tsx';
import { KpiPath } from './kpi-path.tsx';
import type { KpiProps } from './kpi-props.ts';
import { KpiSeries } from './kpi-series.tsx';
import { ShortCard } from './short-card.tsx';
import { useSeeingNode } from './use-seeing-node.ts';

/** Everything about one KPI, in the order of the questions people ask: where, against what, why, what is done, what was said. */
export function KpiPage() {
  const { t } = useTranslation('progress');
  const say = useSay();
  const { node } = useParams({ from: '/progress/kpi/$node' });
  const place = usePlace();
  const input = { plan: place.plan ?? '', node, ...(place.to ? { to: place.to } : {}) };
  const asked = useAnswer('kpiPage', input, { when: place.plan !== undefined, keep: true });
  const plan = useAnswer('plan', { plan: place.plan ?? '' }, { when: place.plan !== undefined });
  const kpi = asked.data;
  const view = plan.data?.view;
  useSeeingNode(place.plan, kpi?.node.id === node ? node : undefined);
  const title = say((kpi?.node.id === node ? kpi.node : view?.nodes.find(({ id }) => id === node))?.name) || node;
  return (
    <Page
      title={title}
      crumb={
        <Link to="/progress" className={page.crumb}>
          {t('title')}
        </Link>
      }
      chips={
        <>
          <PlanChip />
          {kpi && view && (
            <>
              <AsOfChip to={kpi.to} close={kpi.progress?.month.close ?? 'open'} period={view.period} />
              <CompareChip />
            </>
          )}
        </>
      }
    >
      {asked.error && !kpi ? (
        <Card>
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        </Card>
      ) : kpi && view ? (
        <KpiBody kpi={kpi} view={view} />
      ) : (
        <Card>
          <Loading lines={8} />
        </Card>
      )}
    </Page>
  );
}

function KpiBody(props: KpiProps) {
  return (
    <div className={style.page}>
      <PlanNotice plan={props.view.id} node={props.kpi.node.id} />
      <KpiHead {...props} />
      <LeadingNotice view={props.view} node={props.kpi.node.id} />
      <div className={style.columns}>
        <div className={style.column}>
          <ShortCard {...props} />
          <KpiSeries {...props} />
          <KpiCompared {...props} />
          <KpiCategories key={`${props.kpi.node.id} categories`} {...props} />
          <VarianceCard view={props.view} node={props.kpi.node} />
          <KpiParts {...props} />
          <KpiComments {...props} />
          <TargetEvidenceCard key={`${props.kpi.node.id} evidence`} plan={props.view.id} node={props.kpi.node} />
        </div>
        <div className={style.column}>
          <KpiDoing {...props} />
          <KpiPath {...props} />
          <KpiInfluences {...props} />
          <KpiPurpose node={props.kpi.node} />
          <KpiDefinition {...props} />
        </div>
      </div>
    </div>
  );
}
