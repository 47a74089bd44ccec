/** A stretch of three texts put together: lines that are settled, or lines that both sides changed differently. */
export type MergedStretch =
  | { readonly kind: 'settled'; readonly lines: readonly string[] }
  | {
      readonly kind: 'clash';
      readonly base: readonly string[];
      readonly theirs: readonly string[];
      readonly mine: readonly string[];
    };

/**
 * Two texts that were made from one, put together line by line: what only one side changed is taken, what both changed alike is
 * taken once, what they changed differently is a clash with all three. [PLN-82] Line ends belong to their lines, so that every byte
 * outside the changes stays.
 */
export function mergeLines(base: string, theirs: string, mine: string): readonly MergedStretch[] {
  const [from, there, here] = [linesOf(base), linesOf(theirs), linesOf(mine)];
  const changes = [...changedStretches(from, there, 'theirs'), ...changedStretches(from, here, 'mine')].toSorted(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  const merged: MergedStretch[] = [];
  let at = 0;
  for (let next = 0; next < changes.length; ) {
    const together = [changes[next]].flatMap(change => change ?? []);
    let end = Math.max(...together.map(({ to }) => to));
    const begin = Math.min(...together.map(({ from: first }) => first));
    for (next += 1; next < changes.length; next++) {
      const other = changes[next];
      // Stretches that touch are one: what comes first there is not for a machine to say.
      if (!other || other.from > end) break;
      together.push(other);
      end = Math.max(end, other.to);
    }
    merged.push({ kind: 'settled', lines: from.slice(at, begin) });
    const sideOf = (side: Change['side']) =>
      applied(
        from,
        together.filter(change => change.side === side),
        begin,
        end,
      );
    merged.push(stretchOf(from.slice(begin, end), sideOf('theirs'), sideOf('mine')));
    at = end;
  }
  merged.push({ kind: 'settled', lines: from.slice(at) });
  return merged.filter(stretch => stretch.kind === 'clash' || stretch.lines.length > 0);
}

/** Lines of the base, from one up to another, that a side has replaced by others. */
interface Change {
  readonly side: 'theirs' | 'mine';
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function stretchOf(base: readonly string[], theirs: readonly string[], mine: readonly string[]): MergedStretch {
  const same = (a: readonly string[], b: readonly string[]) => a.join('') === b.join('');
  if (same(theirs, mine) || same(base, mine)) return { kind: 'settled', lines: theirs };
  return same(base, theirs) ? { kind: 'settled', lines: mine } : { kind: 'clash', base, theirs, mine };
}

function applied(base: readonly string[], changes: readonly Change[], from: number, to: number): readonly string[] {
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    lines.push(...base.slice(at, change.from), ...change.lines);
    at = change.to;
  }
  return [...lines, ...base.slice(at, to)];
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Where a text differs from the one it was made from, by the longest lines in common. */
function changedStretches(from: readonly string[], to: readonly string[], side: Change['side']): readonly Change[] {
  let begin = 0;
  while (begin < from.length && begin < to.length && from[begin] === to[begin]) begin++;
  let [a, b] = [from.length, to.length];
  while (a > begin && b > begin && from[a - 1] === to[b - 1]) {
    a--;
    b--;
  }
  const [left, right] = [from.slice(begin, a), to.slice(begin, b)];
  const common = commonLengths(left, right);
  const lengthAt = (i: number, j: number) => common[i]?.[j] ?? 0;
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
      continue;
    }
    const [firstOld, firstNew] = [i, j];
    while ((i < left.length || j < right.length) && !(i < left.length && j < right.length && left[i] === right[j])) {
      if (j >= right.length || (i < left.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) i++;
      else j++;
    }
    changes.push({ side, from: begin + firstOld, to: begin + i, lines: right.slice(firstNew, j) });
  }
  return changes;
}

/** Of every pair of ends, how many lines are in common. Large rewrites are one change. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint16Array[] {
  if (left.length * right.length > MOST_PAIRS) return [];
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i], lengths[i + 1]];
    if (!row || !below) continue;
    for (let j = right.length - 1; j >= 0; j--) {
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

const MOST_PAIRS = 4_000_000;
