import { actProblem } from '#core/act/act-messages.ts';
import type { Problem } from '#core/problem/problem.ts';

/**
 * The first character of each text that a store cannot keep faithfully: NUL, which ends a text in one engine and is refused by
 * the other, and halves of surrogate pairs, which have no UTF-8. Everything else is kept byte by byte. [LED-10]
 */
export function checkStorable(texts: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const at = text.search(/\0|\p{Surrogate}/u);
    if (at < 0) return [];
    const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
    return [actProblem('text-not-storable', { line }, { at: [name], line })];
  });
}
