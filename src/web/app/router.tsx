import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { STAGES } from '#core/act/stage.ts';
import { NotFound } from './not-found.tsx';
import { PageFailed, PageLoading } from './page-states.tsx';
import { oneIn, parseSearch, SHARED_KEYS, type SharedSearch, sharedSearch, stringifySearch, textOf } from './shared-search.ts';
import { Shell } from './shell.tsx';

/** How near people are, as the catalogue tells it. */
const STAGES_OF_PEOPLE = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;

/** How much a criterion of the priorities may count. */
const WEIGHTS = ['0', '1', '2', '3'] as const;

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (raw: Record<string, unknown>): SharedSearch => sharedSearch(raw),
  search: { middlewares: [retainSearchParams([...SHARED_KEYS])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
});

const executive = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('../progress/executive-page.tsx'), 'ExecutivePage'),
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/progress/work',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'owner'),
    ...textOf(raw, 'department'),
    ...oneIn(raw, 'light', ['behind', 'near', 'met'] as const),
  }),
  component: lazyRouteComponent(() => import('../progress/work-page.tsx'), 'WorkPage'),
});

const kpi = createRoute({
  getParentRoute: () => root,
  path: '/progress/kpi/$node',
  validateSearch: (raw: Record<string, unknown>) => oneIn(raw, 'grain', ['day', 'week', 'month'] as const),
  component: lazyRouteComponent(() => import('../progress/kpi-page.tsx'), 'KpiPage'),
});

const analysis = createRoute({
  getParentRoute: () => root,
  path: '/analysis',
  component: lazyRouteComponent(() => import('../analyse/analysis-page.tsx'), 'AnalysisPage'),
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
  component: lazyRouteComponent(() => import('../analyse/why-page.tsx'), 'WhyPage'),
});

const landing = createRoute({
  getParentRoute: () => root,
  path: '/analysis/landing',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'node'),
  component: lazyRouteComponent(() => import('../analyse/landing-page.tsx'), 'LandingPage'),
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
  component: lazyRouteComponent(() => import('../analyse/what-if-page.tsx'), 'WhatIfPage'),
});

const drivers = createRoute({
  getParentRoute: () => root,
  path: '/analysis/drivers',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'goal'),
    ...oneIn(raw, 'grain', ['day', 'week', 'month'] as const),
  }),
  component: lazyRouteComponent(() => import('../analyse/drivers-page.tsx'), 'DriversPage'),
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
  component: lazyRouteComponent(() => import('../analyse/priorities-page.tsx'), 'PrioritiesPage'),
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
  component: lazyRouteComponent(() => import('../journey/leaving-page.tsx'), 'LeavingPage'),
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
  component: lazyRouteComponent(() => import('../journey/channels-page.tsx'), 'ChannelsPage'),
});

const returning = createRoute({
  getParentRoute: () => root,
  path: '/analysis/returning',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...textOf(raw, 'began'),
    ...textOf(raw, 'back'),
    ...oneIn(raw, 'every', ['week', 'month'] as const),
    ...textOf(raw, 'window'),
  }),
  component: lazyRouteComponent(() => import('../journey/returning-page.tsx'), 'ReturningPage'),
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
  component: lazyRouteComponent(() => import('../journey/customers-page.tsx'), 'CustomersPage'),
});

const initiatives = createRoute({
  getParentRoute: () => root,
  path: '/initiatives',
  validateSearch: (raw: Record<string, unknown>) => ({
    ...oneIn(raw, 'view', ['board', 'list'] as const),
    ...textOf(raw, 'owner'),
    ...textOf(raw, 'node'),
    ...oneIn(
      raw,
      'stage',
      STAGES.map(({ id }) => id),
    ),
  }),
  component: lazyRouteComponent(() => import('../act/initiatives-page.tsx'), 'InitiativesPage'),
});

const newInitiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/new',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'node'),
  component: lazyRouteComponent(() => import('../act/initiative-form-page.tsx'), 'NewInitiativePage'),
});

const initiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/$initiative',
  component: lazyRouteComponent(() => import('../act/initiative-page.tsx'), 'InitiativePage'),
});

const editInitiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/$initiative/edit',
  component: lazyRouteComponent(() => import('../act/initiative-form-page.tsx'), 'EditInitiativePage'),
});

const toDos = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/to-dos',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'owner'), ...oneIn(raw, 'done', ['yes'] as const) }),
  component: lazyRouteComponent(() => import('../act/to-dos-page.tsx'), 'ToDosPage'),
});

const lessons = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/lessons',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'words'),
  component: lazyRouteComponent(() => import('../act/lessons-page.tsx'), 'LessonsPage'),
});

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
  component: lazyRouteComponent(() => import('../plan/tree-page.tsx'), 'TreePage'),
});

const planSchedule = createRoute({
  getParentRoute: () => root,
  path: '/plan/schedule',
  component: lazyRouteComponent(() => import('../plan/schedule-page.tsx'), 'SchedulePage'),
});

const planAgreement = createRoute({
  getParentRoute: () => root,
  path: '/plan/agreement',
  component: lazyRouteComponent(() => import('../agree/agreement-page.tsx'), 'AgreementPage'),
});

const planText = createRoute({
  getParentRoute: () => root,
  path: '/plan/text',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'line'),
  component: lazyRouteComponent(() => import('../plan/text-page.tsx'), 'TextPage'),
});

const planReview = createRoute({
  getParentRoute: () => root,
  path: '/plan/review',
  component: lazyRouteComponent(() => import('../plan/review-page.tsx'), 'ReviewPage'),
});

const planDefinitions = createRoute({
  getParentRoute: () => root,
  path: '/plan/definitions',
  component: lazyRouteComponent(() => import('../plan/definition-sheet-page.tsx'), 'DefinitionSheetPage'),
});

const planVersions = createRoute({
  getParentRoute: () => root,
  path: '/plan/versions',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'from'), ...textOf(raw, 'until') }),
  component: lazyRouteComponent(() => import('../plan/versions-page.tsx'), 'VersionsPage'),
});

const published = createRoute({
  getParentRoute: () => root,
  path: '/published/$plan',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'version'),
  component: lazyRouteComponent(() => import('../agree/published-page.tsx'), 'PublishedPage'),
});

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
  component: lazyRouteComponent(() => import('../catalogue/catalogue-page.tsx'), 'CataloguePage'),
});

const newMetric = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/new',
  component: lazyRouteComponent(() => import('../catalogue/own-metric-page.tsx'), 'NewMetricPage'),
});

const editMetric = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$metric/edit',
  component: lazyRouteComponent(() => import('../catalogue/own-metric-page.tsx'), 'EditMetricPage'),
});

const metricEntry = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$metric',
  component: lazyRouteComponent(() => import('../catalogue/entry-page.tsx'), 'EntryPage'),
});

const newPlan = createRoute({
  getParentRoute: () => root,
  path: '/plan/new',
  component: lazyRouteComponent(() => import('../begin/begin-page.tsx'), 'BeginPage'),
});

const newPlanSheet = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/sheet',
  component: lazyRouteComponent(() => import('../begin/sheet-page.tsx'), 'SheetPage'),
});

const newPlanTemplate = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/template',
  component: lazyRouteComponent(() => import('../begin/template-page.tsx'), 'TemplatePage'),
});

const newPlanGuided = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/guided',
  component: lazyRouteComponent(() => import('../begin/guided-page.tsx'), 'GuidedPage'),
});

const newPlanText = createRoute({
  getParentRoute: () => root,
  path: '/plan/new/text',
  component: lazyRouteComponent(() => import('../begin/text-way-page.tsx'), 'TextWayPage'),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('../data/sources-page.tsx'), 'SourcesPage'),
});

const dataset = createRoute({
  getParentRoute: () => root,
  path: '/data/dataset/$dataset',
  component: lazyRouteComponent(() => import('../data/dataset-page.tsx'), 'DatasetPage'),
});

const definitions = createRoute({
  getParentRoute: () => root,
  path: '/data/definitions',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'mapping'), ...textOf(raw, 'line') }),
  component: lazyRouteComponent(() => import('../data/definitions-page.tsx'), 'DefinitionsPage'),
});

const dataImport = createRoute({
  getParentRoute: () => root,
  path: '/data/import',
  component: lazyRouteComponent(() => import('../data/import-page.tsx'), 'ImportPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/data/import/$upload',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'table'),
  component: lazyRouteComponent(() => import('../data/upload-page.tsx'), 'UploadPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/data/imports',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'dataset'),
  component: lazyRouteComponent(() => import('../data/imports-page.tsx'), 'ImportsPage'),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: '/data/imports/$batch',
  component: lazyRouteComponent(() => import('../data/batch-page.tsx'), 'BatchPage'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/data/connections',
  component: lazyRouteComponent(() => import('../connect/connections-page.tsx'), 'ConnectionsPage'),
});

const closing = createRoute({
  getParentRoute: () => root,
  path: '/data/closing',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'period'),
  component: lazyRouteComponent(() => import('../data/closing-page.tsx'), 'ClosingPage'),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: '/data/quality',
  component: lazyRouteComponent(() => import('../data/quality-page.tsx'), 'QualityPage'),
});

const audits = createRoute({
  getParentRoute: () => root,
  path: '/data/audits',
  component: lazyRouteComponent(() => import('../data/audits-page.tsx'), 'AuditsPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/data/people',
  component: lazyRouteComponent(() => import('../data/people-page.tsx'), 'PeoplePage'),
});

const values = createRoute({
  getParentRoute: () => root,
  path: '/data/values',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'period'), ...oneIn(raw, 'all', ['yes'] as const) }),
  component: lazyRouteComponent(() => import('../data/values-page.tsx'), 'ValuesPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/help/rule',
  component: lazyRouteComponent(() => import('../help/rules-page.tsx'), 'RulesPage'),
});

const rule = createRoute({
  getParentRoute: () => root,
  path: '/help/rule/$rule',
  component: lazyRouteComponent(() => import('../help/rule-page.tsx'), 'RulePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    executive,
    work,
    kpi,
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
    initiatives,
    newInitiative,
    toDos,
    lessons,
    initiative,
    editInitiative,
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
    catalogue,
    newMetric,
    editMetric,
    metricEntry,
    data,
    dataset,
    definitions,
    dataImport,
    upload,
    imports,
    batch,
    closing,
    connections,
    quality,
    audits,
    people,
    values,
    rules,
    rule,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NotFound,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
