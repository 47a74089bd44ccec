import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import type { Formula, FunctionName, Operator } from './ast.ts';
import { FUNCTIONS } from './ast.ts';
import { formulaMessages } from './formula-messages.ts';
import type { Token } from './token.ts';
import { tokens } from './token.ts';

export const FORMULA_LIMITS = { characters: 4_000, depth: 50, exponent: 120 } as const;

const problem = problemsOf(formulaMessages);

const PRECEDENCE: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/**
 * Parses formula text: `won-deals * contract-value`, `受注件数 × 契約金額`, `(a + b) / 2`, `previous(customers) + new - churned`.
 *
 * Grammar: sums of products of unary terms; operators of equal rank group to the left; × ÷ and full-width forms are
 * accepted. Everything else is refused with its place: there are no strings, no member access, no assignment. [FRM-01 … FRM-05]
 */
export function parseFormula(text: string): Result<Formula> {
  if (text.length > FORMULA_LIMITS.characters) {
    return failed([problem('formula-too-long', { length: text.length, limit: FORMULA_LIMITS.characters })]);
  }
  const read = tokens(text);
  if (!read.ok) return read;
  if (read.value.length === 0) return failed([problem('formula-empty', {})]);
  const parser = new Parser(text, read.value);
  const formula = parser.sum(0);
  if (parser.problem) return failed([parser.problem]);
  return formula ? ok(formula) : failed([problem('formula-empty', {})]);
}

/** Precedence climbing over the tokens; stops at the first problem. */
class Parser {
  problem: Problem | undefined;
  private next = 0;
  private readonly text: string;
  private readonly all: readonly Token[];

  constructor(text: string, all: readonly Token[]) {
    this.text = text;
    this.all = all;
  }

  /** A whole formula; tokens must be used up. */
  sum(depth: number): Formula | undefined {
    const formula = this.operation(0, depth);
    if (formula && this.peek()) return this.fail('operator');
    return formula;
  }

  private operation(rank: number, depth: number): Formula | undefined {
    let left = this.term(depth);
    while (left) {
      const token = this.peek();
      if (token?.kind !== 'operator' || PRECEDENCE[token.operator] <= rank) return left;
      this.next += 1;
      const right = this.operation(PRECEDENCE[token.operator], depth);
      if (!right) return undefined;
      left = { kind: 'operation', operator: token.operator, left, right, span: { start: left.span.start, end: right.span.end } };
    }
    return undefined;
  }

  private term(depth: number): Formula | undefined {
    if (depth > FORMULA_LIMITS.depth) return this.stop(problem('formula-too-deep', { limit: FORMULA_LIMITS.depth }));
    const token = this.peek();
    if (!token) return this.fail('operand');
    switch (token.kind) {
      case 'number':
        this.next += 1;
        return { kind: 'number', value: token.value, as: token.as, span: token.span };
      case 'name':
        this.next += 1;
        return this.peek()?.kind === '(' ? this.call(token, depth) : { kind: 'reference', id: token.name, span: token.span };
      case '(': {
        this.next += 1;
        const inner = this.operation(0, depth + 1);
        return inner && this.close() ? inner : undefined;
      }
      case 'operator': {
        if (token.operator !== '-') return this.fail('operand');
        this.next += 1;
        const operand = this.term(depth + 1);
        return operand && { kind: 'negation', operand, span: { start: token.span.start, end: operand.span.end } };
      }
      case ')':
      case ',':
        return this.fail('operand');
    }
  }

  private call(name: Extract<Token, { kind: 'name' }>, depth: number): Formula | undefined {
    if (!isFunctionName(name.name)) {
      const known = Object.keys(FUNCTIONS);
      return this.stop(problem('formula-function', { name: name.name.slice(0, 60), column: name.span.start + 1, known }));
    }
    const args: Formula[] = [];
    do {
      this.next += 1;
      const arg = this.operation(0, depth + 1);
      if (!arg) return undefined;
      args.push(arg);
    } while (this.peek()?.kind === ',');
    const end = this.peek()?.span.end ?? this.text.length;
    if (!this.close()) return undefined;
    const { least, most } = FUNCTIONS[name.name];
    if (args.length < least || args.length > most) {
      return this.stop(problem('formula-arguments', { name: name.name, given: args.length, least, most }));
    }
    if (name.name === 'power' && exponentOf(args) === undefined) {
      return this.stop(problem('formula-exponent', { limit: FORMULA_LIMITS.exponent }));
    }
    return { kind: 'call', name: name.name, args, span: { start: name.span.start, end } };
  }

  private close(): boolean {
    if (this.peek()?.kind !== ')') {
      this.fail('closing-bracket');
      return false;
    }
    this.next += 1;
    return true;
  }

  private peek(): Token | undefined {
    return this.all[this.next];
  }

  private fail(expected: 'operand' | 'operator' | 'closing-bracket'): undefined {
    const token = this.peek();
    if (!token) return this.stop(problem('formula-ends', { expected }));
    const found = this.text.slice(token.span.start, token.span.end);
    return this.stop(problem('formula-unexpected', { found: found.slice(0, 60), column: token.span.start + 1, expected }));
  }

  private stop(found: Problem): undefined {
    this.problem ??= found;
    return undefined;
  }
}

/** The exponent of power(): a whole number written out, so that the work it causes is bounded. Undefined when it is not. */
export function exponentOf(args: readonly Formula[]): number | undefined {
  const exponent = args[1];
  const value = exponent?.kind === 'number' && exponent.as === 'plain' ? Number(exponent.value) : Number.NaN;
  return Number.isInteger(value) && value >= 1 && value <= FORMULA_LIMITS.exponent ? value : undefined;
}

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}
