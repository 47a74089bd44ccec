import type { Scalar } from 'yaml';
import { readSource } from './source.ts';

/**
 * A value as YAML writes it: plain where it reads back as itself, quoted otherwise; an existing quote style is kept. [PLN-50]
 * `200` stays a number as people write it; what was meant as text but reads as another kind of value is quoted.
 */
export function scalarText(value: string | number | boolean, flow: boolean, style?: Scalar['type'] | null): string {
  if (typeof value !== 'string') return String(value);
  if (style === 'QUOTE_DOUBLE') return doubleQuoted(value);
  if (style === 'QUOTE_SINGLE' && !UNSEEN.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value, flow) ? value : doubleQuoted(value);
}

/** Characters that do not show, or that some reader takes for a line break. */
const UNSEEN = /[\p{C}\u2028\u2029]/u;
const UNSEEN_ALL = /[\p{C}\u2028\u2029]/gu;

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(UNSEEN_ALL, sign =>
    Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || UNSEEN.test(value)) return false;
  if (/^(?:---|\.\.\.)/.test(value)) return false;
  const probe = readSource(flow ? `{ k: ${value}, z: 0 }` : `k: ${value}\n`);
  if (!probe.ok) return false;
  const { k, ...others } = probe.value.data as { readonly k?: unknown; readonly z?: unknown };
  if (Object.keys(others).length !== (flow ? 1 : 0) || probe.value.text.includes(' #')) return false;
  return typeof k === 'string' ? k === value : typeof k === 'number' && String(k) === value;
}
