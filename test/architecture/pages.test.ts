import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from '../browser/pages.ts';

/** Pages that need something to be done first; the tests of doing it look at them. */
const ON_THE_WAY = ['/data/import/$upload', '/data/imports/$batch'];

test('[SCR-60] no page of the router is left out when every page is looked at', () => {
  const router = readFileSync(new URL('../../src/web/app/router.tsx', import.meta.url), 'utf8');
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? '');
  expect(routes.length).toBeGreaterThan(15);
  const looked = Object.values(PAGES).map(address => address.split('?')[0] ?? '');
  const isLooked = (route: string) => looked.some(path => new RegExp(`^${route.replace(/\$\w+/g, '[^/]+')}$`).test(path));
  expect(routes.filter(route => !isLooked(route) && !ON_THE_WAY.includes(route))).toEqual([]);
});
