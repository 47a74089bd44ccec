/**
 * A parsed formula: a closed union of allow-listed nodes, plain data. Text never goes further than the parser. [FRM-01]
 * Spans are offsets into the source text, end exclusive.
 */
export type Formula = NumberLiteral | Reference | Negation | Operation | Call;

export interface NumberLiteral {
  readonly kind: 'number';
  /** Plain decimal text, factors applied: `2%` is "0.02", `3億円` is "300000000". */
  readonly value: string;
  /** `money` when written with 円 or ¥; such a literal carries the plan's currency. */
  readonly as: 'plain' | 'money';
  readonly span: Span;
}

export interface Reference {
  readonly kind: 'reference';
  readonly id: string;
  readonly span: Span;
}

export interface Negation {
  readonly kind: 'negation';
  readonly operand: Formula;
  readonly span: Span;
}

export interface Operation {
  readonly kind: 'operation';
  readonly operator: Operator;
  readonly left: Formula;
  readonly right: Formula;
  readonly span: Span;
}

export interface Call {
  readonly kind: 'call';
  readonly name: FunctionName;
  readonly args: readonly Formula[];
  readonly span: Span;
}

export type Operator = '+' | '-' | '*' | '/';

/**
 * `previous` is the value one period (month) earlier, `last-year` the value of the same period a year earlier,
 * `power(x, n)` is x multiplied n times (n a whole number from 1 to 120, written out): what is left of a rate after n months.
 */
export const FUNCTIONS = {
  min: { least: 2, most: 20 },
  max: { least: 2, most: 20 },
  previous: { least: 1, most: 1 },
  'last-year': { least: 1, most: 1 },
  power: { least: 2, most: 2 },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Ids a formula mentions, each once, in order of first mention. `earlier`: only those reached outside previous() and last-year(). */
export function referencesOf(formula: Formula, which: 'all' | 'same-period' = 'all'): readonly string[] {
  const found = new Set<string>();
  walk(formula, which, found);
  return [...found];
}

/** Whether a formula calls one of some functions anywhere. */
export function callsFunction(formula: Formula, names: readonly FunctionName[]): boolean {
  switch (formula.kind) {
    case 'number':
    case 'reference':
      return false;
    case 'negation':
      return callsFunction(formula.operand, names);
    case 'operation':
      return callsFunction(formula.left, names) || callsFunction(formula.right, names);
    case 'call':
      return names.includes(formula.name) || formula.args.some(arg => callsFunction(arg, names));
  }
}

/** The functions that look at another period than the one being calculated. */
export const LOOKING_BACK: readonly FunctionName[] = ['previous', 'last-year'];

function walk(formula: Formula, which: 'all' | 'same-period', found: Set<string>): void {
  switch (formula.kind) {
    case 'number':
      return;
    case 'reference':
      found.add(formula.id);
      return;
    case 'negation':
      walk(formula.operand, which, found);
      return;
    case 'operation':
      walk(formula.left, which, found);
      walk(formula.right, which, found);
      return;
    case 'call':
      if (which === 'same-period' && (formula.name === 'previous' || formula.name === 'last-year')) return;
      for (const arg of formula.args) walk(arg, which, found);
      return;
  }
}
