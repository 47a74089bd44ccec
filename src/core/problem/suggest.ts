/**
 * The known word nearest to a mistyped one, for "did you mean …".
 * In: the word as typed and the words that would have been right. Out: the nearest within a third of its length, else undefined.
 * How: Damerau–Levenshtein distance with adjacent transpositions (optimal string alignment).
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `{ suggestion }` for a problem's parameters, when some known word is near. */
export function suggestion(word: string, known: Iterable<string>): { readonly suggestion?: string } {
  const nearest = suggest(word, known);
  return nearest === undefined ? {} : { suggestion: nearest };
}

function editDistance(a: string, b: string): number {
  let previous: number[] = [];
  let row: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(substitution, at(row, j) + 1, at(next, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(previous, j - 2) + 1);
      next.push(cost);
    }
    previous = row;
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
