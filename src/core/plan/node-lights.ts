import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, shiftPoint, trimmed } from '../number/decimal.ts';
import { parseNumber } from '../text/parse-number.ts';
import type { PlanNode } from './plan.ts';
import type { RawNode } from './schema.ts';

/** More than twice what is due is no limit of being on target any more. */
const HIGHEST = '2';

/**
 * Limits of a KPI's own light. [VIS-05]
 * In    `met` and `near` as shares: 95%, 0.95 or 95; up to 200 %. One of them may be absent.
 * Out   fractions; `wrong` with what was written where one cannot be read, is zero, or `near` lies above `met`. Then neither counts.
 */
export function readLights(raw: Partial<RawNode>['lights']): { readonly lights?: PlanNode['lights']; readonly wrong?: string } {
  if (raw === undefined) return {};
  const [met, near] = [shareOf(raw.met), shareOf(raw.near)];
  const wrong = met === null ? raw.met : near === null ? raw.near : undefined;
  if (wrong !== undefined || met === null || near === null) return { wrong: String(wrong) };
  if (compareDecimals(near ?? '0.9', met ?? '1') > 0) return { wrong: `${raw.near ?? '90%'} > ${raw.met ?? '100%'}` };
  return { lights: { ...(met === undefined ? {} : { met }), ...(near === undefined ? {} : { near }) } };
}

/** Undefined where nothing is written, null where it cannot be read. */
function shareOf(written: string | number | undefined): Decimal | null | undefined {
  if (written === undefined) return undefined;
  const read = parseNumber(String(written));
  if (read.kind !== 'number') return null;
  const isPercent = read.seen.percent || compareDecimals(read.value, HIGHEST) <= 0;
  const value = isPercent ? read.value : shiftPoint(read.value, -2);
  return compareDecimals(value, '0') > 0 && compareDecimals(value, HIGHEST) <= 0 ? trimmed(value) : null;
}
