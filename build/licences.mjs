import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes down, beside what is built, the licences of the packages that have become part of it: their code, and files such as fonts.
 *
 * @param {string} fileName
 * @returns {import('vite').Plugin}
 */
export function licences(fileName) {
  let root = '';
  return {
    name: 'rashin:licences',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(piece =>
        piece.type === 'chunk' ? Object.keys(piece.modules) : piece.originalFileNames.map(name => resolve(root, name)),
      );
      const folders = new Set(modules.flatMap(id => packageFolder(id) ?? []));
      const texts = [...folders].sort().map(noticeOf);
      if (texts.length > 0) this.emitFile({ type: 'asset', fileName, source: `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n` });
    },
  };
}

/** The folder of the package a module belongs to; undefined for our own. */
function packageFolder(id) {
  const path = (id.replace(/^\0/, '').split('?')[0] ?? '').replaceAll('\\', '/');
  if (!path.includes('/node_modules/')) return undefined;
  for (let dir = dirname(path); !dir.endsWith('node_modules'); dir = dirname(dir)) {
    const file = join(dir, 'package.json');
    if (!existsSync(file)) continue;
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    if (name && version) return dir;
  }
  return undefined;
}

function noticeOf(dir) {
  const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const entries = readdirSync(dir, { withFileTypes: true }).filter(entry => /^(?:licen[cs]e|notice)/i.test(entry.name));
  const files = entries.flatMap(entry => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? readdirSync(path).map(file => join(path, file)) : [path];
  });
  const text = files.map(file => readFileSync(file, 'utf8').trim()).join('\n\n');
  return `${name} ${version} (${license})\n\n${text}`.trim();
}
