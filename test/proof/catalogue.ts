import { fileURLToPath } from 'node:url';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { readCatalogue } from '../../build/catalogue.mjs';

/** The catalogue the product checks plans with. */
export const catalogue: Catalogue = parsed();

function parsed(): Catalogue {
  const result = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
  if (!result.ok) throw new Error(`the catalogue has errors: ${result.problems.map(problem => problem.code).join()}`);
  return result.value;
}
