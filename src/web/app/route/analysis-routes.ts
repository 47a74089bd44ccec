import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

/** How much a criterion of the priorities may count. */
const WEIGHTS = ['0', '1', '2', '3'] as const;

const analysis = createRoute({
  getParentRoute: () => root,
  path: '/analysis',
  component: lazyRouteComponent(() => import('../../analyse/analysis-page.tsx'), 'AnalysisPage'),
});

const why = createRoute({
  getParentRoute: () => root,
  path: '/analysis/why',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'node'),
    ...textOf(raw, 'from'),
    ...textOf(raw, 'against'),
    ...textOf(raw, 'period'),
    ...textOf(raw, 'by'),
    ...oneIn(raw, 'method', ['lmdi'] as const),
  }),
  component: lazyRouteComponent(() => import('../../analyse/why-page.tsx'), 'WhyPage'),
});

const landing = createRoute({
  getParentRoute: () => root,
  path: '/analysis/landing',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'node'),
  component: lazyRouteComponent(() => import('../../analyse/landing-page.tsx'), 'LandingPage'),
});

const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/analysis/what-if',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'node'),
    ...textOf(raw, 'try'),
    ...textOf(raw, 'from'),
    ...oneIn(raw, 'base', ['actual'] as const),
  }),
  component: lazyRouteComponent(() => import('../../analyse/what-if-page.tsx'), 'WhatIfPage'),
});

const drivers = createRoute({
  getParentRoute: () => root,
  path: '/analysis/drivers',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'goal'),
    ...oneIn(raw, 'grain', ['day', 'week', 'month'] as const),
  }),
  component: lazyRouteComponent(() => import('../../analyse/drivers-page.tsx'), 'DriversPage'),
});

const priorities = createRoute({
  getParentRoute: () => root,
  path: '/analysis/priorities',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'goal'),
    ...oneIn(raw, 'impact', WEIGHTS),
    ...oneIn(raw, 'problem', WEIGHTS),
    ...oneIn(raw, 'controllability', WEIGHTS),
    ...oneIn(raw, 'room', WEIGHTS),
  }),
  component: lazyRouteComponent(() => import('../../analyse/priorities-page.tsx'), 'PrioritiesPage'),
});

const leaving = createRoute({
  getParentRoute: () => root,
  path: '/analysis/leaving',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'steps'),
    ...textOf(raw, 'window'),
    ...textOf(raw, 'period'),
    ...textOf(raw, 'by'),
    ...textOf(raw, 'worth'),
  }),
  component: lazyRouteComponent(() => import('../../journey/leaving-page.tsx'), 'LeavingPage'),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/analysis/channels',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'goal'),
    ...textOf(raw, 'touch'),
    ...textOf(raw, 'by'),
    ...textOf(raw, 'window'),
    ...textOf(raw, 'period'),
    ...textOf(raw, 'costs'),
  }),
  component: lazyRouteComponent(() => import('../../journey/channels-page.tsx'), 'ChannelsPage'),
});

const returning = createRoute({
  getParentRoute: () => root,
  path: '/analysis/returning',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'began'),
    ...textOf(raw, 'back'),
    ...oneIn(raw, 'every', ['week', 'month'] as const),
    ...textOf(raw, 'window'),
    ...textOf(raw, 'did'),
    ...textOf(raw, 'early'),
    ...textOf(raw, 'until'),
  }),
  component: lazyRouteComponent(() => import('../../journey/returning-page.tsx'), 'ReturningPage'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/analysis/customers',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'bought'),
    ...textOf(raw, 'before'),
    ...textOf(raw, 'horizon'),
    ...textOf(raw, 'margin'),
    ...textOf(raw, 'cac'),
  }),
  component: lazyRouteComponent(() => import('../../journey/customers-page.tsx'), 'CustomersPage'),
});

export const analysisRoutes = [
  analysis,
  why,
  landing,
  whatIf,
  drivers,
  priorities,
  leaving,
  channels,
  returning,
  customers,
] as const;
