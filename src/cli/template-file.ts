import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { parseTemplates, type Templates } from '#core/template/parse-templates.ts';
import { distFolder } from './dist-folder.ts';

/** The product's templates, as the build has put them beside the command line. */
export function readProductTemplates(catalogue: Catalogue): Templates {
  const file = fileURLToPath(new URL('templates.json', distFolder()));
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const read = parseTemplates(raw, catalogue);
  if (read.ok) return read.value;
  throw new Error(`the built templates cannot be read: ${JSON.stringify(read.problems[0])}`);
}
