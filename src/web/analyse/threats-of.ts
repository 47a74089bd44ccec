import type { LandingAnswer } from '#contract/foresee.ts';

/** Something that shows already in KPIs that move first. */
export type Threat =
  | { readonly kind: 'fall'; readonly about: string; readonly fall: LandingAnswer['falls'][number] }
  | { readonly kind: 'warning'; readonly about: string; readonly warning: LandingAnswer['warnings'][number] };

/** What threatens nodes: falls ahead of them or of themselves, then misses, the least likely to be met first. [SCR-73] */
export function threatsOf(
  { falls, warnings }: Pick<LandingAnswer, 'falls' | 'warnings'>,
  concerns: (node: string) => boolean,
): readonly Threat[] {
  const fallen = falls
    .filter(({ node, goal }) => concerns(node) || concerns(goal))
    .map((fall): Threat => ({ kind: 'fall', about: fall.node, fall }));
  const missed = warnings
    .filter(({ node }) => concerns(node))
    .toSorted((a, b) => a.probability - b.probability)
    .map((warning): Threat => ({ kind: 'warning', about: warning.node, warning }));
  return [...fallen, ...missed];
}
