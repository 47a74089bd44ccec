import { type Duration, parseDuration } from '../../calendar/duration.ts';
import { decimalOf } from '../../number/decimal.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import type { Decimal } from '../observation.ts';
import { readNumber } from './read-number.ts';

/** A length of time as seconds: `55.2`, `1:09`, `0:01:09`, `1分09秒`. Undefined when it is none. [ING-17] */
export function readDuration(text: string, decimalMark: DecimalMark): Decimal | undefined {
  if (text.length > 60) return undefined;
  const number = readNumber(text, decimalMark);
  if (number.kind === 'number' && !number.hasOwnUnit) return number.value;
  const duration = parseDuration(text);
  return duration && secondsOf(duration);
}

function secondsOf({ amount, in: unit }: Duration): Decimal | undefined {
  switch (unit) {
    case 'seconds':
      return decimalOf(amount);
    case 'minutes':
      return decimalOf(amount * 60);
    case 'hours':
      return decimalOf(amount * 3600);
    case 'days':
      return decimalOf(amount * 86_400);
    case 'business-days':
    case 'weeks':
    case 'months':
    case 'years':
      return undefined;
  }
}
