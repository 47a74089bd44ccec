import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from '../browser/pages.ts';

/** Pages that need something to be done first; the tests of doing it look at them. */
const ON_THE_WAY = ['/data/import/$upload', '/data/imports/$batch'];

test('[SCR-60] no page of the router is left out when every page is looked at', () => {
  const folder = new URL('../../src/web/app/route/', import.meta.url);
  const router = readdirSync(folder)
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? '');
  expect(routes.length).toBeGreaterThan(15);
  const looked = Object.values(PAGES).map(address => address.split('?')[0] ?? '');
  const isLooked = (route: string) => looked.some(path => new RegExp(`^${route.replace(/\$\w+/g, '[^/]+')}$`).test(path));
  expect(routes.filter(route => !isLooked(route) && !ON_THE_WAY.includes(route))).toEqual([]);
});
