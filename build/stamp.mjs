import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What `dist/` is made of. Tests are not. */
const SOURCES = ['src', 'catalogue', 'template', 'build', 'package-lock.json', 'tsconfig.base.json'];

/**
 * A hash of everything that `dist/` is made from: when it is the one of the last build, nothing has to be built.
 *
 * @param {string} root
 * @param {'production' | 'development'} mode
 * @returns {string}
 */
export function stampOf(root, mode = 'production') {
  const hash = createHash('sha256').update(`${mode}\0`);
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Where the stamp of the last build lies.
 *
 * @param {string} root
 * @returns {string}
 */
export function stampFile(root) {
  return join(root, 'dist', 'stamp');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (/\.(?:json|mjs)$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
