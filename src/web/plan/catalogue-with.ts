import { catalogueData } from 'virtual:catalogue';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';

const known = new Map<string, Catalogue>();

/** The product's metrics with the workspace's own laid over them. */
export function catalogueWith(definitions: string, currency: string): Catalogue {
  const key = `${currency} ${definitions}`;
  const found = known.get(key);
  if (found) return found;
  const read = parseCatalogue(catalogueData);
  if (!read.ok) throw new Error('the catalogue that was built in cannot be read');
  const own = definitions === '' ? undefined : parseDefinitions(definitions, read.value, currency);
  const metrics = own?.ok
    ? [...own.value.metrics].flatMap(([id, { versions }]) => {
        const newest = versions.at(-1)?.metric;
        return newest ? [[id, newest] as const] : [];
      })
    : [];
  const catalogue = { things: read.value.things, metrics: new Map([...read.value.metrics, ...metrics]) };
  known.clear();
  known.set(key, catalogue);
  return catalogue;
}
