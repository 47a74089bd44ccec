import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { nodeId } from './node-id.ts';

/** A part of a typed formula: its name as typed, and the id it gets. */
export interface TypedPart {
  readonly id: string;
  readonly name: string;
}

export interface TypedFormula {
  /** Written with ids. */
  readonly text: string;
  readonly parts: readonly TypedPart[];
}

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '✕': '*',
  '＊': '*',
  '*': '*',
  '÷': '/',
  '／': '/',
  '/': '/',
  '+': '+',
  '＋': '+',
  '−': '-',
  '－': '-',
  '-': '-',
  '(': '(',
  ')': ')',
  '（': '(',
  '）': ')',
};
const BETWEEN = /(\s-\s|[×✕＊*÷／/+＋−－()（）])/;

/**
 * A formula typed in names, with an id for each; undefined where it is none. A hyphen without spaces belongs to a name. [PLN-63]
 * `idOf`: the id of a name that is known already.
 */
export function typedFormula(
  text: string,
  idOf: (name: string) => string | undefined = () => undefined,
): TypedFormula | undefined {
  const parts = new Map<string, TypedPart>();
  const words = text.split(BETWEEN).flatMap(piece => {
    const typed = piece.trim();
    if (typed === '') return [];
    const sign = SIGNS[typed];
    if (sign !== undefined) return [sign];
    if (/^[\d.,]+%?$/.test(typed)) return [typed];
    const id = idOf(typed) ?? nodeId(typed);
    if (id !== '') parts.set(id, { id, name: typed });
    return [id];
  });
  const formula = words.join(' ');
  const parsed = parseFormula(formula);
  if (!parsed.ok) return undefined;
  const used = new Set(referencesOf(parsed.value));
  const found = [...parts.values()].filter(({ id }) => used.has(id));
  return found.length === 0 ? undefined : { text: formula, parts: found };
}
