/**
 * Which of some pieces are to be put together: where there are more than six, the small ones, and all of them once the small ones come to a
 * quarter of the largest. So what is added costs by its own size. `isThorough` puts all together.
 */
export function overfull<Piece extends { readonly size: number }>(
  pieces: readonly Piece[],
  isThorough: boolean,
): readonly Piece[] {
  const [largest, ...others] = pieces.toSorted((a, b) => b.size - a.size);
  if (!largest || others.length === 0 || (!isThorough && pieces.length <= MOST)) return [];
  const beside = others.reduce((sum, { size }) => sum + size, 0);
  return isThorough || beside * 4 > largest.size ? pieces : others;
}

const MOST = 6;
