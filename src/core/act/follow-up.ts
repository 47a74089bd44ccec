import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { decimalFrom, scaledOf } from '../number/decimal.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Text } from '../text/text.ts';
import type { InitiativeInput } from './check-initiative.ts';
import type { Initiative, Money } from './initiative.ts';

/** What a decision asks for next, ready to be stored. [ACT-11] */
export type FollowUp =
  /** How to do it from now on, as a page. */
  | { readonly kind: 'procedure'; readonly title: Text; readonly body: Text }
  /** A task that brings it to one more place. */
  | { readonly kind: 'to-do'; readonly title: Text; readonly owner: string; readonly due: Day }
  /** The next initiative: a revision, or a new idea. */
  | { readonly kind: 'initiative'; readonly draft: InitiativeInput; readonly stage: 'idea' | 'proposed' }
  /** Money that is free again; `amount` is never negative. */
  | { readonly kind: 'freed-budget'; readonly money: Money };

/** Days given to a roll-out, and to the next initiative, counted from the closing; to be changed by their owners. */
const ROLL_OUT_DAYS = 30;
const NEXT_DAYS = 60;

/**
 * What follows from the decision of a closed initiative. [ACT-11]
 * Standardise: a procedure page, and a to-do per place named. Expand: a to-do per place. Modify: a revised initiative.
 * Stop: the unspent budget is free. New hypothesis: an idea without hypothesis, that follows this one.
 */
export function followUps(initiative: Initiative): readonly FollowUp[] {
  const { closing } = initiative;
  if (!closing) return [];
  switch (closing.outcome) {
    case 'standardise':
      return [procedureOf(initiative, closing.lesson), ...rollOut(initiative, closing.on, closing.rollOutTo)];
    case 'expand':
      return rollOut(initiative, closing.on, closing.rollOutTo);
    case 'modify':
      return [{ kind: 'initiative', stage: 'proposed', draft: nextOf(initiative, closing.on, initiative.hypothesis) }];
    case 'new-hypothesis':
      return [{ kind: 'initiative', stage: 'idea', draft: nextOf(initiative, closing.on, '') }];
    case 'stop':
      return freed(initiative.cost, closing.spent);
    default:
      return unreachable(closing.outcome);
  }
}

function procedureOf(initiative: Initiative, lesson: string): FollowUp {
  const { title, hypothesis } = initiative;
  return {
    kind: 'procedure',
    title: { ja: `手順：${title}`, en: `Procedure: ${title}` },
    body: {
      ja: `なぜ行うか\n${hypothesis}\n\n分かったこと\n${lesson}\n\n手順\n1. `,
      en: `Why we do this\n${hypothesis}\n\nWhat we learned\n${lesson}\n\nSteps\n1. `,
    },
  };
}

function rollOut({ title, owner }: Initiative, on: Day, places: readonly string[]): FollowUp[] {
  return places.map(place => ({
    kind: 'to-do',
    title: { ja: `「${title}」を${place}に展開する`, en: `Roll out "${title}" to ${place}` },
    owner,
    due: addDays(on, ROLL_OUT_DAYS),
  }));
}

function nextOf(initiative: Initiative, on: Day, hypothesis: string): InitiativeInput {
  return {
    title: initiative.title,
    kpis: initiative.kpis,
    hypothesis,
    expected: null,
    cost: null,
    owner: initiative.owner,
    contributors: initiative.contributors,
    start: null,
    due: addDays(on, NEXT_DAYS),
    evidence: [],
    follows: initiative.id,
    details: initiative.details,
  };
}

/** Planned less spent, where both are in one currency; nothing spent frees everything. */
function freed(cost: Money | null, spent: Money | null): FollowUp[] {
  if (!cost || (spent && spent.currency !== cost.currency)) return [];
  const planned = scaledOf(cost.amount);
  const used = scaledOf(spent?.amount ?? '0');
  const scale = Math.max(planned.scale, used.scale);
  const units = planned.units * 10n ** BigInt(scale - planned.scale) - used.units * 10n ** BigInt(scale - used.scale);
  if (units <= 0n) return [];
  return [{ kind: 'freed-budget', money: { amount: decimalFrom({ units, scale }), currency: cost.currency } }];
}
