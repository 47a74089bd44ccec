import type { NodeView } from '#contract/plan-view.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';

/** A share as people write it; empty for none. */
export function shareText(share: string | null): string {
  return share === null ? '' : `${trimmed(shiftPoint(share, 2))}%`;
}

/** Limits of a light in one line; empty where the usual ones hold. */
export function lightsText({ lights }: Pick<NodeView, 'lights'>): string {
  return lights ? `● ${shareText(lights.met) || '100%'}　◆ ${shareText(lights.near) || '90%'}` : '';
}
