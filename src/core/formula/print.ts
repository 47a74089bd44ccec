import { unreachable } from '../problem/unreachable.ts';
import type { Formula, Operator } from './ast.ts';

const RANK: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const SIGN: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/**
 * A formula for people: names looked up, × ÷ − as signs, brackets only where they are needed. `受注件数 × 平均契約金額`
 * In: the formula and the name to show for an id. Parsing the result again gives the same formula when names are ids.
 */
export function printFormula(formula: Formula, nameOf: (id: string) => string = id => id): string {
  return print(formula, nameOf, 0);
}

function print(formula: Formula, nameOf: (id: string) => string, outer: number): string {
  switch (formula.kind) {
    case 'number':
      return formula.as === 'money' ? `¥${formula.value}` : formula.value;
    case 'reference':
      return nameOf(formula.id);
    case 'negation': {
      const text = `−${print(formula.operand, nameOf, 3)}`;
      return outer > 1 ? `(${text})` : text;
    }
    case 'operation': {
      const rank = RANK[formula.operator];
      const left = print(formula.left, nameOf, rank - 1);
      const right = print(formula.right, nameOf, rank);
      const text = `${left} ${SIGN[formula.operator]} ${right}`;
      return rank <= outer ? `(${text})` : text;
    }
    case 'call':
      return `${formula.name}(${formula.args.map(arg => print(arg, nameOf, 0)).join(', ')})`;
    default:
      return unreachable(formula);
  }
}
