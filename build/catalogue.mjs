import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/**
 * Reads a catalogue folder (`thing.yaml`, `metric/*.yaml`, and `guide/*.yaml` where there is one) into one object for `parseCatalogue`. [CAT-F1, CAT-F2]
 * Order: files by name, entries as written. Throws when a file is not a map of ids, or an id stands in two files.
 *
 * @param {string} directory
 * @returns {{ metrics: Record<string, unknown>, things: Record<string, unknown>, guide?: Record<string, unknown> }}
 */
export function readCatalogue(directory) {
  const guide = join(directory, 'guide');
  return {
    metrics: merged(metricFiles(directory)),
    things: merged([join(directory, 'thing.yaml')]),
    ...(existsSync(guide) ? { guide: Object.fromEntries(GUIDES.map(([key, file]) => [key, entriesOf(join(guide, file))])) } : {}),
  };
}

/** The files beside the definitions, by what they are called in the whole. */
const GUIDES = [
  ['homonyms', 'homonym.yaml'],
  ['tools', 'tool.yaml'],
  ['sources', 'source.yaml'],
  ['causes', 'playbook.yaml'],
];

/**
 * The files of metrics, one per domain, by name.
 *
 * @param {string} directory
 * @returns {string[]}
 */
export function metricFiles(directory) {
  const folder = join(directory, 'metric');
  const names = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return names.sort().map(name => join(folder, name));
}

/**
 * The entries of one file. `yaml` itself refuses a key written twice and says its line.
 *
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
export function entriesOf(file) {
  const entries = parse(readFileSync(file, 'utf8'));
  if (entries === null || typeof entries !== 'object' || Array.isArray(entries)) {
    throw new Error(`${file}: expected a map from id to entry`);
  }
  return entries;
}

/**
 * @param {readonly string[]} files
 * @returns {Record<string, unknown>}
 */
function merged(files) {
  const from = new Map();
  const all = {};
  for (const file of files) {
    for (const [id, entry] of Object.entries(entriesOf(file))) {
      const first = from.get(id);
      if (first) throw new Error(`"${id}" is defined in ${basename(first)} and again in ${basename(file)}; keep one of them`);
      from.set(id, file);
      all[id] = entry;
    }
  }
  return all;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const [target] = argv.slice(2);
  if (!target) throw new Error('usage: node build/catalogue.mjs <file to write, for example dist/catalogue.json>');
  const catalogue = readCatalogue(fileURLToPath(new URL('../catalogue', import.meta.url)));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(catalogue)}\n`);
}
