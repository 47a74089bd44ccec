import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import type { Operator, Span } from './ast.ts';
import { formulaMessages } from './formula-messages.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: string; readonly as: 'plain' | 'money'; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly span: Span }
  | { readonly kind: '(' | ')' | ','; readonly span: Span };

const problem = problemsOf(formulaMessages);

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '*': '*',
  '×': '*',
  '＊': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
};

const BRACKETS: Readonly<Record<string, '(' | ')' | ','>> = {
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
  ',': ',',
  '，': ',',
  '、': ',',
};

/** Letters of a name: ASCII, kana, kanji and their marks. Full-width Latin is refused so that no two names look alike. */
const LETTER = /[A-Za-z_\u3005-\u3007\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fb-\u30fe\u4e00-\u9fff\uf900-\ufaff]/;
const DIGIT = /[0-9]/;
const SPACE = /[ \t\r\n\u3000]/;
const NUMBER = /(¥)?([0-9][0-9_]*(?:\.[0-9]+)?)([千万億兆]?)(円|%|％)?/y;

const FACTOR_DIGITS: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 億: 8, 兆: 12 };

/** Names that mean something to a machine somewhere; refused so that a formula can never be mistaken for code. */
const RESERVED = new Set('this globalThis constructor prototype eval function null undefined true false NaN Infinity'.split(' '));

/** Splits a formula into tokens, or names the first character that cannot stand in one. */
export function tokens(text: string): Result<readonly Token[]> {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const start = at;
    const operator = OPERATORS[character];
    const bracket = BRACKETS[character];
    if (SPACE.test(character)) {
      at += 1;
    } else if (operator) {
      at += 1;
      found.push({ kind: 'operator', operator, span: { start, end: at } });
    } else if (bracket) {
      at += 1;
      found.push({ kind: bracket, span: { start, end: at } });
    } else if (DIGIT.test(character) || character === '¥') {
      const number = readNumber(text, at);
      if (!number) return failed([problem('formula-number', { text: text.slice(at, at + 20), column: at + 1 })]);
      at = number.span.end;
      found.push(number);
    } else if (LETTER.test(character)) {
      at = endOfName(text, at);
      const name = text.slice(start, at);
      if (isReserved(name)) return failed([problem('formula-name', { name: name.slice(0, 60), column: start + 1 })]);
      found.push({ kind: 'name', name, span: { start, end: at } });
    } else {
      return failed([unusable(text, at)]);
    }
  }
  return ok(found);
}

/** Whether a name may not be used for a KPI because formulas reserve it. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || name.startsWith('__') || name.endsWith('__');
}

/** Whether a text is a single name as formulas write them. */
export function isName(text: string): boolean {
  return LETTER.test(text.charAt(0)) && endOfName(text, 0) === text.length && !isReserved(text);
}

/** A hyphen belongs to a name only between letters or digits, so `a - b` subtracts and `a-b` is one name. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    const inName = LETTER.test(character) || DIGIT.test(character);
    const joins = character === '-' && /[A-Za-z0-9_\u3041-\u30ff\u4e00-\u9fff]/.test(text.charAt(at + 1)) && at > start;
    if (!inName && !joins) break;
    at += 1;
  }
  return at;
}

function readNumber(text: string, start: number): Extract<Token, { kind: 'number' }> | undefined {
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [whole, yen, digits = '', factor = '', suffix] = match;
  const end = start + whole.length;
  const glued = LETTER.test(text.charAt(end)) || DIGIT.test(text.charAt(end)) || text.charAt(end) === '.';
  if (glued || digits.length > 30 || (yen && suffix)) return undefined;
  const places = (FACTOR_DIGITS[factor] ?? 0) - (suffix === '%' || suffix === '％' ? 2 : 0);
  const money = yen === '¥' || suffix === '円';
  return {
    kind: 'number',
    value: shiftPoint(digits.replaceAll('_', ''), places),
    as: money ? 'money' : 'plain',
    span: { start, end },
  };
}

/** Moves the decimal point of plain decimal text by some places to the right (left when negative); no rounding. */
function shiftPoint(digits: string, places: number): string {
  const [whole = '0', fraction = ''] = digits.split('.');
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const position = point <= 0 ? 1 : point;
  const integer = padded.slice(0, position).replace(/^0+(?=[0-9])/, '');
  const decimals = padded.slice(position).replace(/0+$/, '');
  return decimals ? `${integer}.${decimals}` : integer;
}

function unusable(text: string, at: number): Problem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
  const half = character.normalize('NFKC');
  const printable = /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;
  return problem('formula-character', {
    character: printable,
    column: at + 1,
    ...(half !== character && /^[A-Za-z0-9.%()]$/.test(half) ? { hint: half } : {}),
  });
}
