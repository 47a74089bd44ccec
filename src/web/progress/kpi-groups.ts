import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { type FactorGroup, groupsBy, groupsByFactor } from '#core/share/factor-groups.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useSay } from '../ui/language.ts';
import { remembered } from '../ui/remembered.ts';
import { useStore } from '../ui/store.ts';

const STAGES = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;

export type Grouping = 'factor' | 'stage' | 'area';
export type Ordering = 'plan' | 'priority';

/** How this reader's dashboard is laid out. */
export const dashboardGroups = remembered<Grouping>('rashin.dashboard.groups', text =>
  text === 'stage' || text === 'area' ? text : 'factor',
);
export const dashboardOrder = remembered<Ordering>('rashin.dashboard.order', text => (text === 'priority' ? text : 'plan'));

/** The dashboard's KPIs in groups with their names. Ranks of the plan lead; the ranks of the priorities where the reader wants them. */
export function useKpiGroups(stands: Stands): readonly (FactorGroup<NodeView> & { readonly name: string })[] {
  const { t } = useTranslation('progress');
  const say = useSay();
  const grouping = useStore(dashboardGroups);
  const ordering = useStore(dashboardOrder);
  const { factors, areas, nodes, id: plan } = stands.view;
  const metrics = useAnswer('catalogue', {}, { when: grouping === 'stage' }).data?.metrics;
  const ranks = useAnswer('priorities', { plan }, { when: ordering === 'priority', keep: true }).data?.kpis;
  const shown = nodes.filter(node => node.role === 'kpi' && (node.target !== null || Object.keys(node.months).length > 0));
  const rankOf = (node: NodeView) =>
    (ordering === 'priority' ? ranks?.find(one => one.node === node.id)?.rank : undefined) ?? node.rank;
  switch (grouping) {
    case 'factor': {
      const groups = groupsByFactor(
        shown,
        factors.map(({ id }) => id),
        rankOf,
      );
      return groups.map(group => {
        const found = factors.find(({ id }) => id === group.factor);
        return { ...group, name: found ? say(found.name) : groups.length > 1 ? t('otherKpis') : t('kpis') };
      });
    }
    case 'stage': {
      const stageOf = (node: NodeView) => metrics?.find(({ id }) => id === node.metric)?.stage ?? undefined;
      return groupsBy(shown, STAGES, stageOf, rankOf).map(group => {
        const stage = STAGES.find(one => one === group.factor);
        return { ...group, name: stage ? t(`stage-${stage}`) : t('otherKpis') };
      });
    }
    case 'area':
      return groupsBy(
        shown,
        areas.map(({ id }) => id),
        node => node.areas[0],
        rankOf,
      ).map(group => {
        const found = areas.find(({ id }) => id === group.factor);
        return { ...group, name: found ? say(found.name) : t('otherKpis') };
      });
  }
}
