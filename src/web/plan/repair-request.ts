import type { NodeView } from '#contract/plan-view.ts';
import { rationalOf } from '#core/number/rational.ts';
import type { RepairRequest } from '#core/repair/repair.ts';
import { parseValue } from '#core/text/parse-value.ts';

/** What somebody says about changing one target. */
export interface Condition {
  readonly isFree: boolean;
  /** How far it may go, as typed. */
  readonly limit: string;
  readonly ease: 'easy' | 'usual' | 'hard';
}

export const USUAL: Condition = { isFree: true, limit: '', ease: 'usual' };
const WEIGHTS = { easy: 0.25, usual: 1, hard: 4 } as const;

/** Conditions as the search takes them; limits that cannot be read are left out. [PLN-67] */
export function requestOf(
  goal: string,
  conditions: ReadonlyMap<string, Condition>,
  nodeOf: (id: string) => Pick<NodeView, 'unit'> | undefined,
): RepairRequest {
  const all = [...conditions];
  return {
    goal,
    fixed: new Set(all.filter(([, { isFree }]) => !isFree).map(([id]) => id)),
    weights: new Map(all.filter(([, { ease }]) => ease !== 'usual').map(([id, { ease }]) => [id, WEIGHTS[ease]])),
    limits: new Map(
      all.flatMap(([id, { limit, isFree }]) => {
        const unit = nodeOf(id)?.unit;
        const read = isFree && unit && limit.trim() !== '' ? parseValue(limit, unit) : undefined;
        return read?.ok && Number(read.value.value) > 0
          ? [[id, { value: rationalOf(read.value.value), why: 'yours' as const }] as const]
          : [];
      }),
    ),
  };
}
