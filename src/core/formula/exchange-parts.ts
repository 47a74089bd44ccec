import type { Formula, Operation } from './ast.ts';
import { parseFormula } from './parse.ts';

/**
 * A formula's text with two of its parts in each other's place: `a * b` becomes `b * a`. Every other character stays. [FRM-30]
 *
 * In    the text, and two names in it
 * Out   undefined where that would change what it means: parts of a difference or quotient, of different operations, of a function;
 *       names that occur more than once or not at all
 */
export function exchangedParts(text: string, one: string, other: string): string | undefined {
  const parsed = parseFormula(text);
  if (!parsed.ok || one === other) return undefined;
  const places = [one, other].map(id => placesOf(parsed.value, id));
  const [first, second] = places.map(found => (found.length === 1 ? found[0] : undefined));
  if (!first || !second) return undefined;
  const shared = first.chain.findLast(operation => second.chain.includes(operation));
  const terms = shared && termsOf(shared);
  const [a, b] = [first, second].map(({ chain, leaf }) => terms?.find(term => chain.includes(term) || term === leaf));
  if (!a || !b || a === b) return undefined;
  const [before, after] = [spanOf(text, a), spanOf(text, b)].toSorted((x, y) => x.start - y.start);
  if (!before || !after || before.end > after.start) return undefined;
  const exchanged =
    text.slice(0, before.start) +
    text.slice(after.start, after.end) +
    text.slice(before.end, after.start) +
    text.slice(before.start, before.end) +
    text.slice(after.end);
  return parseFormula(exchanged).ok ? exchanged : undefined;
}

interface Place {
  readonly leaf: Formula;
  /** What it stands in, from the outside in. */
  readonly chain: readonly Formula[];
}

function placesOf(formula: Formula, id: string, chain: readonly Formula[] = []): readonly Place[] {
  const inner = [...chain, formula];
  switch (formula.kind) {
    case 'number':
      return [];
    case 'reference':
      return formula.id === id ? [{ leaf: formula, chain }] : [];
    case 'negation':
      return placesOf(formula.operand, id, inner);
    case 'operation':
      return [...placesOf(formula.left, id, inner), ...placesOf(formula.right, id, inner)];
    case 'call':
      return formula.args.flatMap(arg => placesOf(arg, id, inner));
  }
}

/** Terms of a sum, or factors of a product, that may stand in any order; none of anything else. */
function termsOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'operation') return [];
  const { operator } = formula;
  return operator === '+' || operator === '*' ? [...flat(formula.left, operator), ...flat(formula.right, operator)] : [];
}

function flat(formula: Formula, operator: Operation['operator']): readonly Formula[] {
  return formula.kind === 'operation' && formula.operator === operator ? termsOf(formula) : [formula];
}

/** With the brackets around it. */
function spanOf(text: string, { span }: Formula): { readonly start: number; readonly end: number } {
  let { start, end } = span;
  for (;;) {
    const open = /\(\s*$/.exec(text.slice(0, start));
    const close = /^\s*\)/.exec(text.slice(end));
    if (!open || !close || /[\w\p{L})\]]\s*$/u.test(text.slice(0, open.index))) return { start, end };
    start = open.index;
    end += close[0].length;
  }
}
