import { messages, type Problem, problemsOf } from '#core/problem/problem.ts';

export const storableTextMessages = messages({
  'text-not-storable': {
    severity: 'error',
    ja: (p: { line: number }) => `${p.line}行目に、保存できない文字（NULか、壊れた文字）があります。その文字を消してください。`,
    en: (p: { line: number }) =>
      `Line ${p.line} contains a character that cannot be stored (NUL, or a broken character). Delete it.`,
  },
});

const problem = problemsOf(storableTextMessages);

/**
 * The first character of each text that a store cannot keep faithfully: NUL, which ends a text in one engine and is refused by
 * the other, and halves of surrogate pairs, which have no UTF-8. Everything else is kept byte by byte. [LED-10]
 */
export function checkStorable(texts: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const at = text.search(/\0|\p{Surrogate}/u);
    if (at < 0) return [];
    const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
    return [problem('text-not-storable', { line }, { at: [name], line })];
  });
}
