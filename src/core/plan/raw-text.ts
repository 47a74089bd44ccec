import type { Text } from '../text/text.ts';
import { sameText } from '../text/text.ts';
import type { RawText } from './schema.ts';

/** A text given once stands for both languages. */
export function textOf(raw: RawText | undefined): Text | undefined {
  return typeof raw === 'string' ? sameText(raw) : raw;
}

export function listOf(raw: string | readonly string[] | undefined): readonly string[] {
  return raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
}
