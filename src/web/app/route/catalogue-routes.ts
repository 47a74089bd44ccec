import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

/** How near people are, as the catalogue tells it. */
const STAGES_OF_PEOPLE = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'words'),
    ...textOf(raw, 'domain'),
    ...oneIn(raw, 'stage', STAGES_OF_PEOPLE),
    ...oneIn(raw, 'timing', ['leading', 'lagging'] as const),
    ...oneIn(raw, 'kind', ['quantity', 'quality'] as const),
    ...oneIn(raw, 'use', ['plan', 'data', 'own'] as const),
  }),
  component: lazyRouteComponent(() => import('../../catalogue/catalogue-page.tsx'), 'CataloguePage'),
});

const newMetric = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/new',
  component: lazyRouteComponent(() => import('../../catalogue/own-metric-page.tsx'), 'NewMetricPage'),
});

const editMetric = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$metric/edit',
  component: lazyRouteComponent(() => import('../../catalogue/own-metric-page.tsx'), 'EditMetricPage'),
});

const metricEntry = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$metric',
  component: lazyRouteComponent(() => import('../../catalogue/entry-page.tsx'), 'EntryPage'),
});

export const catalogueRoutes = [catalogue, newMetric, editMetric, metricEntry] as const;
