import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../../home/home-page.tsx'), 'HomePage'),
});

const executive = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('../../progress/executive-page.tsx'), 'ExecutivePage'),
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/progress/work',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'owner'),
    ...textOf(raw, 'department'),
    ...oneIn(raw, 'light', ['behind', 'near', 'met'] as const),
  }),
  component: lazyRouteComponent(() => import('../../progress/work-page.tsx'), 'WorkPage'),
});

const kpi = createRoute({
  getParentRoute: () => root,
  path: '/progress/kpi/$node',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...oneIn(raw, 'grain', ['day', 'week', 'month'] as const),
    ...textOf(raw, 'span'),
    ...textOf(raw, 'against'),
  }),
  component: lazyRouteComponent(() => import('../../progress/kpi-page.tsx'), 'KpiPage'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/progress/analysis',
  component: lazyRouteComponent(() => import('../../journey/board-page.tsx'), 'BoardPage'),
});

export const progressRoutes = [home, executive, work, board, kpi] as const;
