import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import type { Stands } from '../app/standing-page.tsx';
import card from '../ui/card.module.css';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { useStore } from '../ui/store.ts';
import style from './executive.module.css';
import { dashboardGroups, dashboardOrder, useKpiGroups } from './kpi-groups.ts';
import { Light, toneOf } from './light.tsx';
import { measureOf, useNodeWords } from './node-words.ts';
import { TrendMark } from './trend-mark.tsx';

const GROUPINGS = { factor: 'byFactor', stage: 'byStage', area: 'byArea' } as const;

/** The KPIs with targets in the groups the reader has chosen, what matters most first; pairs stay together. [SCR-30] */
export function FactorPanels({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const grouping = useStore(dashboardGroups);
  const ordering = useStore(dashboardOrder);
  const groups = useKpiGroups(stands);
  const groupings = (['factor', 'stage', 'area'] as const).filter(one => one !== 'area' || stands.view.areas.length > 0);
  return (
    <>
      <div className={style.layout}>
        <Segmented
          label={t('groupBy')}
          value={grouping}
          options={groupings.map(value => ({ value, label: t(GROUPINGS[value]) }))}
          onChange={value => dashboardGroups.set(value)}
        />
        <Segmented
          label={t('orderBy')}
          value={ordering}
          options={[
            { value: 'plan', label: t('orderPlan') },
            { value: 'priority', label: t('orderPriority') },
          ]}
          onChange={value => dashboardOrder.set(value)}
        />
      </div>
      <div className={style.panels}>
        {groups.map(({ factor, name, nodes: members }) => (
          <section key={factor ?? ''} className={`${card.card} ${style.panel}`} aria-label={name}>
            <div className={style.panelHead}>
              <h2>
                {name}
                <small>
                  <Count members={members} stands={stands} />
                </small>
              </h2>
            </div>
            {members.map(node => {
              const progress = stands.progress.nodes.find(one => one.node === node.id);
              return progress && <KpiLine key={node.id} node={node} progress={progress} />;
            })}
          </section>
        ))}
      </div>
    </>
  );
}

function Count({ members, stands }: { readonly members: readonly NodeView[]; readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const states = members.flatMap(({ id }) => stands.progress.nodes.find(({ node }) => node === id)?.state ?? []);
  const count = (state: NodeProgress['state']) => states.filter(one => one === state).length;
  return t('lights', { met: count('met'), near: count('near'), behind: count('behind') });
}

function KpiLine({ node, progress }: { readonly node: NodeView; readonly progress: NodeProgress }) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const { month } = progress;
  const of = measureOf(node);
  const hasValue = numberOf(month.actual) !== undefined;
  const aim =
    node.time === 'flow' && month.due !== undefined
      ? t('planToDate', { value: figures.value(month.due, of) })
      : t('targetIs', { value: words.target(node) || (month.due === undefined ? '' : figures.value(month.due, of)) });
  return (
    <Link to="/progress/kpi/$node" params={{ node: node.id }} className={style.kpi}>
      <span className={style.kpiName}>{say(node.name)}</span>
      <span className={style.light}>
        <Light progress={progress} />
      </span>
      <span className={style.value}>
        <b className={hasValue ? 'num' : style.noValue}>{figures.observed(month.actual, of)}</b>
        <TrendMark node={node} progress={progress} />
        <span>{aim}</span>
      </span>
      <span className={style.line}>
        <Sparkline trend={progress.trend} tone={toneOf(progress.state)} />
      </span>
    </Link>
  );
}
