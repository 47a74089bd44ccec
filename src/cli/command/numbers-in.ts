import { type Rational, rationalOf } from '#core/number/rational.ts';
import { parseAmount } from '#core/plan/target.ts';
import { EXIT, type Exit, type Io } from '../io.ts';

/** Values by node; says which one is no number. */
export function numbersIn(texts: Readonly<Record<string, string>>, io: Io): ReadonlyMap<string, Rational> | undefined {
  const numbers = new Map<string, Rational>();
  for (const [node, text] of Object.entries(texts)) {
    const value = parseAmount(text);
    if (value === undefined) {
      refusedNumber(`${node}=${text}`, io);
      return undefined;
    }
    numbers.set(node, rationalOf(value));
  }
  return numbers;
}

/** Says that a text is no number. */
export function refusedNumber(text: string, io: Io): Exit {
  io.note(io.lang === 'ja' ? `「${text}」は数値として読めません。` : `"${text}" cannot be read as a number.`);
  return EXIT.problems;
}
