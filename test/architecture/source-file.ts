import { dirname, join } from 'node:path/posix';

export const LAYERS = ['core', 'contract', 'engine', 'server', 'cli', 'web'] as const;
export type Layer = (typeof LAYERS)[number];

/** One file as the rules see it. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** Undefined outside of `src`. */
  readonly layer: Layer | undefined;
  readonly lines: number;
  readonly text: string;
  /** Without comments; texts and patterns are empty. */
  readonly code: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
  /** Those that are there when the program runs. */
  readonly loads: readonly string[];
}

export function sourceFile(path: string, text: string): SourceFile {
  const plain = withoutComments(text);
  return {
    path,
    layer: LAYERS.find(layer => path.startsWith(`src/${layer}/`)),
    lines: text.split('\n').length,
    text,
    code: withoutTexts(plain),
    imports: importsOf(plain),
    loads: importsOf(plain.replace(/^\s*(?:import|export)\s+type\b[^'"`;]*?\bfrom\s*['"][^'"]+['"];?/gm, '')),
  };
}

/** The layer of `#layer/…`. */
export function layerOf(specifier: string): Layer | undefined {
  return LAYERS.find(layer => specifier.startsWith(`#${layer}/`));
}

/** The file of this repository that an import means; undefined for packages. */
export function fileMeant(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  return layerOf(specifier) ? `src/${specifier.slice(1)}` : undefined;
}

export function packageMeant(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Texts stay, because what is imported is one. A regular expression with quotation marks may end too early, and that only hides less. */
function withoutComments(text: string): string {
  const token = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (found, at: number) => {
    if (!found.startsWith('/')) return found;
    // `\//` ends a pattern.
    return text[at - 1] === '\\' ? found : ' ';
  });
}

function withoutTexts(code: string): string {
  return code
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/g, "''")
    .replace(/([(=,:!&|?[\s])\/(?:[^/\\\n*]|\\.)(?:[^/\\\n]|\\.)*\/[a-z]*(?=[\s.,;)\]])/g, "$1''");
}

function importsOf(code: string): readonly string[] {
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...code.matchAll(/\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url\s*\)/g),
  ];
  return found.map(match => match[1] ?? '');
}
