/** A piece of a query: text as written, or the place of a bound day. */
export type SqlPart = { readonly text: string } | { readonly bind: 'from' | 'to' };

/**
 * A user's query taken apart: one SELECT or WITH with the days at `:from` and `:to`, outside of texts, names and comments. [CON-12]
 * Undefined when it is not one, or when it does not name both days. The session that runs it is read-only besides.
 */
export function sqlParts(query: string): readonly SqlPart[] | undefined {
  const parts: SqlPart[] = [];
  let text = '';
  let rest = query.trim().replace(/;\s*$/, '');
  if (!/^(?:select|with)\b/i.test(rest)) return undefined;
  while (rest !== '') {
    const [piece = ''] = PIECE.exec(rest) ?? [];
    if (piece === '' || piece === ';') return undefined;
    rest = rest.slice(piece.length);
    if (piece === ':from' || piece === ':to') {
      parts.push({ text }, { bind: piece === ':from' ? 'from' : 'to' });
      text = '';
    } else text += piece;
  }
  const bound = parts.flatMap(part => ('bind' in part ? [part.bind] : []));
  return bound.includes('from') && bound.includes('to') ? [...parts, { text }] : undefined;
}

/** Texts and quoted names with what closes them, comments, casts, the two days, words, and single signs. */
const PIECE =
  /^(?:'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`[^`]*`|\$\$[^$]*\$\$|--[^\n]*|\/\*[\s\S]*?\*\/|::|:from\b|:to\b|[\w$]+|[\s\S])/;
