import { catalogueData } from 'virtual:catalogue';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { laidOver } from '#core/metric/laid-over.ts';

const known = new Map<string, Catalogue>();

/** The product's metrics with the workspace's own laid over them. */
export function catalogueWith(definitions: string, currency: string): Catalogue {
  const key = `${currency} ${definitions}`;
  const found = known.get(key);
  if (found) return found;
  const read = parseCatalogue(catalogueData);
  if (!read.ok) throw new Error('the catalogue that was built in cannot be read');
  const own = definitions === '' ? undefined : parseDefinitions(definitions, read.value, currency);
  const catalogue = own?.ok ? laidOver(read.value, own.value) : read.value;
  known.clear();
  known.set(key, catalogue);
  return catalogue;
}
