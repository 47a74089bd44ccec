import { NAME, type Vocabulary } from './event-part.ts';
import type { KernelContext } from './kernel.ts';
import { DERIVED } from './row-slice.ts';
import { textRanks } from './text-rank.ts';

/** Texts of sessions, as bytes: those of number n lie from `starts[n - 1]` up to `starts[n]`. */
export interface SessionTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** What kernels know beside rows. Ranks are worked out when they are first asked for. */
export function kernelContext(vocabulary: Vocabulary, sessions: SessionTexts | null): KernelContext {
  const ranks = new Map<number, Uint32Array>();
  return {
    vocabulary,
    ranks: dimension => {
      const known = ranks.get(dimension);
      if (known) return known;
      const made = textRanks(dimension === NAME ? vocabulary.names : (vocabulary.dimensions[dimension]?.values ?? []));
      ranks.set(dimension, made);
      return made;
    },
    compareSessions: (a, b) => {
      if (a >= DERIVED || b >= DERIVED) return a >= DERIVED && b >= DERIVED ? a - b : a >= DERIVED ? -1 : 1;
      if (!sessions) throw new Error('no texts of sessions');
      return compareBytes(sessions, a, b);
    },
  };
}

/** By bytes of UTF-8, which is by code points. */
function compareBytes({ bytes, starts }: SessionTexts, a: number, b: number): number {
  const [startA, startB] = [starts[a - 1] as number, starts[b - 1] as number];
  const [lengthA, lengthB] = [(starts[a] as number) - startA, (starts[b] as number) - startB];
  for (let i = 0; i < Math.min(lengthA, lengthB); i++) {
    const difference = (bytes[startA + i] as number) - (bytes[startB + i] as number);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
