import { parseDuration } from '../calendar/duration.ts';
import { compareDecimals, decimalOf } from '../number/decimal.ts';
import { parseNumber } from '../text/parse-number.ts';
import type { KpiTraits } from './plan.ts';
import type { RawNode } from './schema.ts';

/** A value that cannot be read, with what would be. */
interface WrongTrait {
  readonly key: 'measuring' | 'within' | 'times';
  readonly expected: string;
}

/** Hours of a month. */
const MONTH = '744';

/** How a KPI is worked with, as its entry says it; what cannot be read is left out and named. [DES-46, DES-61, DES-68] */
export function readTraits(raw: Partial<RawNode>): { readonly traits: KpiTraits; readonly wrong: readonly WrongTrait[] } {
  const { controllability, shows, measuring, within, times } = raw;
  const wrong: WrongTrait[] = [];
  const hours = measuring?.hours === undefined ? undefined : hoursIn(measuring.hours);
  if (measuring?.hours !== undefined && hours === undefined) wrong.push({ key: 'measuring', expected: '0..744' });
  const duration = within === undefined ? undefined : parseDuration(within);
  const isTime = duration !== undefined && duration.amount > 0;
  if (within !== undefined && !isTime) wrong.push({ key: 'within', expected: '60 days' });
  if (times !== undefined && within === undefined) wrong.push({ key: 'times', expected: 'within: 60 days' });
  return {
    traits: {
      ...(controllability === undefined ? {} : { controllability }),
      ...(shows === undefined ? {} : { shows }),
      ...(measuring ? { measuring: { by: measuring.by, ...(hours === undefined ? {} : { hours }) } } : {}),
      ...(isTime ? { condition: { within: duration, ...(times === undefined ? {} : { times }) } } : {}),
    },
    wrong,
  };
}

function hoursIn(written: string | number): string | undefined {
  const read = parseNumber(String(written));
  if (read.kind !== 'number' || read.seen.percent) return undefined;
  const isPossible = compareDecimals(read.value, '0') >= 0 && compareDecimals(read.value, MONTH) <= 0;
  return isPossible ? decimalOf(read.value) : undefined;
}
