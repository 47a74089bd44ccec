import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import type { Dataset } from '../measure/dataset.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Currency } from '../unit/unit.ts';

/** Whether a row expression is an amount of money, and in which currency. [MET-10] */
export type RowMoney =
  | { readonly kind: 'none' }
  /** No currency: each row says its own. */
  | { readonly kind: 'one'; readonly currency?: Currency }
  | { readonly kind: 'currencies'; readonly currencies: readonly string[] }
  | { readonly kind: 'squared' };

/**
 * Reads the money in a row expression off the columns' currencies. A number without a currency may be anything: a
 * quantity, a rate, an amount nobody has said the currency of.
 */
export function rowMoney(formula: Formula, dataset: Dataset): RowMoney {
  const currencies = new Set<string>();
  let fixed: Currency | undefined;
  for (const id of referencesOf(formula)) {
    const column = dataset.columns.find(each => each.id === id);
    if (column?.currency !== undefined) {
      fixed = column.currency;
      currencies.add(column.currency);
    } else if (column?.currencyColumn !== undefined) currencies.add(column.currencyColumn);
  }
  if (currencies.size > 1) return { kind: 'currencies', currencies: [...currencies] };
  const power = powerOf(formula, dataset);
  if (power === 0) return { kind: 'none' };
  if (power > 1) return { kind: 'squared' };
  return { kind: 'one', ...(fixed === undefined ? {} : { currency: fixed }) };
}

/** The column that says the currency of a row expression's amounts, where one does. */
export function currencyColumnOf(formula: Formula, dataset: Dataset): string | undefined {
  const ids = referencesOf(formula);
  return dataset.columns.find(column => ids.includes(column.id) && column.currencyColumn !== undefined)?.currencyColumn;
}

function powerOf(formula: Formula, dataset: Dataset): number {
  switch (formula.kind) {
    case 'number':
      return formula.as === 'money' ? 1 : 0;
    case 'reference': {
      const column = dataset.columns.find(({ id }) => id === formula.id);
      return column?.currency !== undefined || column?.currencyColumn !== undefined ? 1 : 0;
    }
    case 'negation':
      return powerOf(formula.operand, dataset);
    case 'operation': {
      const [left, right] = [powerOf(formula.left, dataset), powerOf(formula.right, dataset)];
      if (formula.operator === '*') return left + right;
      return formula.operator === '/' ? left - right : Math.max(left, right);
    }
    case 'call':
      return formula.args.reduce((most, arg) => Math.max(most, powerOf(arg, dataset)), 0);
    default:
      return unreachable(formula);
  }
}
