import { createRouter } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { PageFailed, PageLoading } from './page-states.tsx';
import { analysisRoutes } from './route/analysis-routes.ts';
import { catalogueRoutes } from './route/catalogue-routes.ts';
import { dataRoutes } from './route/data-routes.ts';
import { initiativeRoutes } from './route/initiative-routes.ts';
import { planRoutes } from './route/plan-routes.ts';
import { progressRoutes } from './route/progress-routes.ts';
import { root } from './route/root.ts';
import { parseSearch, stringifySearch } from './shared-search.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    ...progressRoutes,
    ...analysisRoutes,
    ...initiativeRoutes,
    ...planRoutes,
    ...catalogueRoutes,
    ...dataRoutes,
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
