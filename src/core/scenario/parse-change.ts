import { divide, rational, rationalOf } from '../number/rational.ts';
import { decimalText } from '../plan/shown.ts';
import { parseAmount } from '../plan/target.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { DriverChange } from './driver-change.ts';

/**
 * Reads a change as people type it: `leads=240`, `win-rate=20%`, `leads=+10%`, `cvr=+0.5pt`, `aov=-500`, with `@2026-10` or
 * `@2026-10..2026-12` behind it for some months only. A signed percentage is a share of what is planned, for rates too. [SCN-04]
 * Undefined when it cannot be read.
 */
export function parseChange(text: string): DriverChange | undefined {
  const match = /^\s*([^\s=]+)\s*=\s*(.+?)\s*(?:@\s*(\d{4}-\d{2})(?:\s*\.\.\s*(\d{4}-\d{2}))?)?\s*$/u.exec(foldWidth(text));
  const [, node, value, from, to] = match ?? [];
  if (node === undefined || value === undefined) return undefined;
  const read = readValue(value.replace(/^[−△]/u, '-'));
  return read && { node, ...read, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function readValue(text: string): Pick<DriverChange, 'mode' | 'value'> | undefined {
  const points = /^([+-].+?)\s*(?:pts?|ポイント)$/iu.exec(text)?.[1];
  if (points !== undefined) {
    const amount = parseAmount(points.replace(/^\+/, ''));
    const share = amount === undefined ? undefined : divide(rationalOf(amount), rational(100));
    return share && { mode: 'points', value: decimalText(share) };
  }
  const amount = parseAmount(text.replace(/^\+/, ''));
  if (amount === undefined) return undefined;
  const isSigned = /^[+-]/.test(text);
  if (!isSigned) return { mode: 'set', value: amount };
  return { mode: /[%割]$/.test(text) ? 'relative' : 'points', value: amount };
}
