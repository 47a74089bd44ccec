import type { Observation } from '../measure/observation.ts';

/** A value as it stood when a month was closed, and as it stands now. [CLS-03] */
export interface ClosedValue {
  readonly plan: string;
  readonly node: string;
  readonly observation: Observation;
}

export interface CloseChange {
  readonly plan: string;
  readonly node: string;
  readonly was: Observation;
  readonly is: Observation;
}

/**
 * The values that are no longer what they were. [CLS-03] Compared to the last digit; a value that has become whole without changing is
 * no change, one that is gone is. What was not there at closing, or is no longer part of a plan, is left out.
 */
export function changesSince(closed: readonly ClosedValue[], now: readonly ClosedValue[]): readonly CloseChange[] {
  const today = new Map(now.map(({ plan, node, observation }) => [`${plan} ${node}`, observation]));
  return closed.flatMap(({ plan, node, observation: was }) => {
    const is = today.get(`${plan} ${node}`);
    return is === undefined || toldAs(was) === toldAs(is) ? [] : [{ plan, node, was, is }];
  });
}

function toldAs(observation: Observation): string {
  switch (observation.state) {
    case 'value':
    case 'zero':
    case 'provisional':
      return observation.exact;
    case 'no-data':
      return 'no-data';
    case 'undefined':
      return observation.why;
  }
}
