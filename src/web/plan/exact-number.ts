import { rational, rationalOf, toNumber } from '#core/number/rational.ts';
import { decimalText } from '#core/plan/shown.ts';

/** A number as a certificate gives it, decimal or `n/d`, as a decimal; undefined where there is none. */
export function exactDecimalOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  const [numerator, denominator] = text.split('/');
  if (numerator === undefined || denominator === undefined) return text;
  return decimalText(rational(BigInt(numerator), BigInt(denominator)));
}

/** Slack as a share of what is asked for; undefined where nothing is, or zero. */
export function slackShare(slack: string | undefined, asked: string | undefined): number | undefined {
  if (slack === undefined || asked === undefined) return undefined;
  const whole = toNumber(rationalOf(asked));
  return whole === 0 ? undefined : toNumber(rationalOf(slack)) / Math.abs(whole);
}
