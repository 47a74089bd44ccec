import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entriesOf } from './catalogue.mjs';

/**
 * Reads the files of `template/` into one object for `parseTemplates`: files by name, entries as written. [TPL-01]
 * Throws when a file is not a map of ids, or an id stands in two files.
 *
 * @param {string} folder
 * @returns {Record<string, unknown>}
 */
export function readTemplateFiles(folder) {
  const from = new Map();
  const all = {};
  for (const name of readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()) {
    for (const [id, entry] of Object.entries(entriesOf(join(folder, name)))) {
      const first = from.get(id);
      if (first) throw new Error(`"${id}" is defined in ${first} and again in ${basename(name)}; keep one of them`);
      from.set(id, name);
      all[id] = entry;
    }
  }
  return all;
}
