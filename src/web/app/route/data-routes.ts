import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('../../data/sources-page.tsx'), 'SourcesPage'),
});

const dataset = createRoute({
  getParentRoute: () => root,
  path: '/data/dataset/$dataset',
  component: lazyRouteComponent(() => import('../../data/dataset-page.tsx'), 'DatasetPage'),
});

const definitions = createRoute({
  getParentRoute: () => root,
  path: '/data/definitions',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'mapping'), ...textOf(raw, 'line') }),
  component: lazyRouteComponent(() => import('../../data/definitions-page.tsx'), 'DefinitionsPage'),
});

const dataImport = createRoute({
  getParentRoute: () => root,
  path: '/data/import',
  component: lazyRouteComponent(() => import('../../data/import-page.tsx'), 'ImportPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/data/import/$upload',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'table'),
  component: lazyRouteComponent(() => import('../../data/upload-page.tsx'), 'UploadPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/data/imports',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'dataset'),
  component: lazyRouteComponent(() => import('../../data/imports-page.tsx'), 'ImportsPage'),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: '/data/imports/$batch',
  component: lazyRouteComponent(() => import('../../data/batch-page.tsx'), 'BatchPage'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/data/connections',
  component: lazyRouteComponent(() => import('../../connect/connections-page.tsx'), 'ConnectionsPage'),
});

const closing = createRoute({
  getParentRoute: () => root,
  path: '/data/closing',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'period'),
  component: lazyRouteComponent(() => import('../../data/closing-page.tsx'), 'ClosingPage'),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: '/data/quality',
  component: lazyRouteComponent(() => import('../../data/quality-page.tsx'), 'QualityPage'),
});

const audits = createRoute({
  getParentRoute: () => root,
  path: '/data/audits',
  component: lazyRouteComponent(() => import('../../data/audits-page.tsx'), 'AuditsPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/data/people',
  component: lazyRouteComponent(() => import('../../data/people-page.tsx'), 'PeoplePage'),
});

const values = createRoute({
  getParentRoute: () => root,
  path: '/data/values',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'period'), ...oneIn(raw, 'all', ['yes'] as const) }),
  component: lazyRouteComponent(() => import('../../data/values-page.tsx'), 'ValuesPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/help/rule',
  component: lazyRouteComponent(() => import('../../help/rules-page.tsx'), 'RulesPage'),
});

const rule = createRoute({
  getParentRoute: () => root,
  path: '/help/rule/$rule',
  component: lazyRouteComponent(() => import('../../help/rule-page.tsx'), 'RulePage'),
});

export const dataRoutes = [
  data,
  dataset,
  definitions,
  dataImport,
  upload,
  imports,
  batch,
  connections,
  closing,
  quality,
  audits,
  people,
  values,
  rules,
  rule,
] as const;
