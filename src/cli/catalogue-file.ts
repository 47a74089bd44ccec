import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { distFolder } from './dist-folder.ts';

/** The product's catalogue, as the build has put it beside the command line. */
export function readProductCatalogue(): Catalogue {
  const file = fileURLToPath(new URL('catalogue.json', distFolder()));
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const read = parseCatalogue(raw);
  if (read.ok) return read.value;
  throw new Error(`the built catalogue cannot be read: ${JSON.stringify(read.problems[0])}`);
}
