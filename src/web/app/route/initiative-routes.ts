import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { STAGES } from '#core/act/stage.ts';
import { oneIn, textOf } from '../shared-search.ts';
import { root } from './root.ts';

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
  component: lazyRouteComponent(() => import('../../act/initiatives-page.tsx'), 'InitiativesPage'),
});

const newInitiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/new',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'node'),
  component: lazyRouteComponent(() => import('../../act/initiative-form-page.tsx'), 'NewInitiativePage'),
});

const initiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/$initiative',
  component: lazyRouteComponent(() => import('../../act/initiative-page.tsx'), 'InitiativePage'),
});

const editInitiative = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/$initiative/edit',
  component: lazyRouteComponent(() => import('../../act/initiative-form-page.tsx'), 'EditInitiativePage'),
});

const toDos = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/to-dos',
  validateSearch: (raw: Record<string, unknown>) => ({ ...textOf(raw, 'owner'), ...oneIn(raw, 'done', ['yes'] as const) }),
  component: lazyRouteComponent(() => import('../../act/to-dos-page.tsx'), 'ToDosPage'),
});

const lessons = createRoute({
  getParentRoute: () => root,
  path: '/initiatives/lessons',
  validateSearch: (raw: Record<string, unknown>) => textOf(raw, 'words'),
  component: lazyRouteComponent(() => import('../../act/lessons-page.tsx'), 'LessonsPage'),
});

export const initiativeRoutes = [initiatives, newInitiative, initiative, editInitiative, toDos, lessons] as const;
