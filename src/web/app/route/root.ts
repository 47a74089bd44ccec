import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { NotFound } from '../not-found.tsx';
import { SHARED_KEYS, type SharedSearch, sharedSearch } from '../shared-search.ts';
import { Shell } from '../shell.tsx';

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (raw: Record<string, unknown>): SharedSearch => sharedSearch(raw),
  search: { middlewares: [retainSearchParams([...SHARED_KEYS])] },
});
