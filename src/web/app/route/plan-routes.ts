import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...oneIn(raw, 'mode', ['check', 'progress'] as const),
    ...oneIn(raw, 'as', ['list'] as const),
    ...textOf(raw, 'node'),
    ...textOf(raw, 'focus'),
    ...textOf(raw, 'version'),
  }),
  component: lazyRouteComponent(() => import('../../plan/tree-page.tsx'), 'TreePage'),
});

const planSchedule = createRoute({
  getParentRoute: () => root,
  path: '/plan/schedule',
  component: lazyRouteComponent(() => import('../../plan/schedule-page.tsx'), 'SchedulePage'),
});

const planAgreement = createRoute({
  getParentRoute: () => root,
  path: '/plan/agreement',
  component: lazyRouteComponent(() => import('../../agree/agreement-page.tsx'), 'AgreementPage'),
});

const planText = createRoute({
  getParentRoute: () => root,
  path: '/plan/text',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'line'),
  component: lazyRouteComponent(() => import('../../plan/text-page.tsx'), 'TextPage'),
});

const planReview = createRoute({
  getParentRoute: () => root,
  path: '/plan/review',
  component: lazyRouteComponent(() => import('../../plan/review-page.tsx'), 'ReviewPage'),
});

const planDefinitions = createRoute({
  getParentRoute: () => root,
  path: '/plan/definitions',
  component: lazyRouteComponent(() => import('../../plan/definition-sheet-page.tsx'), 'DefinitionSheetPage'),
});

const planVersions = createRoute({
  getParentRoute: () => root,
  path: '/plan/versions',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'from'), ...textOf(raw, 'until') }),
  component: lazyRouteComponent(() => import('../../plan/versions-page.tsx'), 'VersionsPage'),
});

const published = createRoute({
  getParentRoute: () => root,
  path: '/published/$plan',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'version'),
  component: lazyRouteComponent(() => import('../../agree/published-page.tsx'), 'PublishedPage'),
});

const newPlan = createRoute({
  getParentRoute: () => root,
  path: '/plan/new',
  component: lazyRouteComponent(() => import('../../begin/begin-page.tsx'), 'BeginPage'),
});

const newPlanSheet = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/sheet',
  component: lazyRouteComponent(() => import('../../begin/sheet-page.tsx'), 'SheetPage'),
});

const newPlanTemplate = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/template',
  component: lazyRouteComponent(() => import('../../begin/template-page.tsx'), 'TemplatePage'),
});

const newPlanGuided = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/guided',
  component: lazyRouteComponent(() => import('../../begin/guided-page.tsx'), 'GuidedPage'),
});

const newPlanText = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/text',
  component: lazyRouteComponent(() => import('../../begin/text-way-page.tsx'), 'TextWayPage'),
});

export const planRoutes = [
  plan,
  planSchedule,
  planAgreement,
  planText,
  planReview,
  planDefinitions,
  planVersions,
  published,
  newPlan,
  newPlanSheet,
  newPlanTemplate,
  newPlanGuided,
  newPlanText,
] as const;
