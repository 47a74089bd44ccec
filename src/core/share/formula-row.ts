import type { Formula, Operator } from '../formula/ast.ts';
import { unreachable } from '../problem/unreachable.ts';

/** A formula laid out in a row: what it is made of, and the signs between. [TRE-01] */
export type FormulaItem =
  | { readonly kind: 'part'; readonly id: string }
  /** The same or another node in an earlier period. */
  | { readonly kind: 'earlier'; readonly id: string; readonly when: 'previous' | 'last-year' }
  /** `×`, `÷ 2`, `+ (`: everything between two parts, as one sign. */
  | { readonly kind: 'sign'; readonly text: string };

const SIGN: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const RANK: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** Reading the row from left to right gives the formula: brackets only where they are needed. */
export function formulaRow(formula: Formula): readonly FormulaItem[] {
  const items: FormulaItem[] = [];
  write(formula, 0, items);
  return merged(items);
}

function write(formula: Formula, outer: number, items: FormulaItem[]): void {
  const sign = (text: string) => {
    items.push({ kind: 'sign', text });
  };
  switch (formula.kind) {
    case 'number':
      sign(formula.as === 'money' ? `¥${formula.value}` : formula.value);
      return;
    case 'reference':
      items.push({ kind: 'part', id: formula.id });
      return;
    case 'negation':
      if (outer > 1) sign('(');
      sign('−');
      write(formula.operand, 3, items);
      if (outer > 1) sign(')');
      return;
    case 'operation': {
      const rank = RANK[formula.operator];
      if (rank <= outer) sign('(');
      write(formula.left, rank - 1, items);
      sign(SIGN[formula.operator]);
      write(formula.right, rank, items);
      if (rank <= outer) sign(')');
      return;
    }
    case 'call': {
      const [only] = formula.args;
      if ((formula.name === 'previous' || formula.name === 'last-year') && only?.kind === 'reference') {
        items.push({ kind: 'earlier', id: only.id, when: formula.name });
        return;
      }
      sign(`${formula.name}(`);
      formula.args.forEach((arg, place) => {
        if (place > 0) sign(',');
        write(arg, 0, items);
      });
      sign(')');
      return;
    }
    default:
      unreachable(formula);
  }
}

function merged(items: readonly FormulaItem[]): readonly FormulaItem[] {
  const row: FormulaItem[] = [];
  for (const item of items) {
    const last = row.at(-1);
    if (item.kind === 'sign' && last?.kind === 'sign') row[row.length - 1] = { kind: 'sign', text: `${last.text} ${item.text}` };
    else row.push(item);
  }
  return row;
}
