import type { DurationUnit, Unit } from './unit.ts';

/** The currency of a definition that does not fix one (ISO 4217 "no currency"); a plan or workspace puts its own in. */
export const ANY_CURRENCY = 'XXX';

const DURATIONS: readonly DurationUnit[] = ['seconds', 'minutes', 'hours', 'days', 'business-days', 'weeks', 'months', 'years'];
const THING = '([a-z][a-z0-9-]*)';
const COUNT = new RegExp(`^count(?: of ${THING})?(?: per ${THING})?$`);
const RATIO = new RegExp(`^ratio(?: of ${THING})?(?: over ${THING})?$`);
const MONEY = new RegExp(`^(money|[A-Z]{3})(?: per ${THING})?$`);
const SCORE = /^score (-?[0-9]+(?:\.[0-9]+)?)\.\.(-?[0-9]+(?:\.[0-9]+)?)$/;

/**
 * Reads a unit as plans and the catalogue write it; undefined when it is not one. [UNI-02]
 *
 * `count of lead` · `count of item per order` · `ratio of order over visitor` · `JPY` · `money per order` ·
 * `days`, `business days`, `hours` … · `score 1..5` · `rank` · `multiple`
 */
export function parseUnit(text: string): Unit | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const duration = DURATIONS.find(unit => unit === trimmed.replace('business days', 'business-days'));
  if (duration) return { kind: 'duration', in: duration };
  if (trimmed === 'rank') return { kind: 'rank' };
  if (trimmed === 'multiple') return { kind: 'multiple' };
  const score = SCORE.exec(trimmed);
  if (score) {
    const [min, max] = [Number(score[1]), Number(score[2])];
    return min < max ? { kind: 'score', min, max } : undefined;
  }
  const count = COUNT.exec(trimmed);
  if (count) return { kind: 'count', ...named('of', count[1]), ...named('per', count[2]) };
  const ratio = RATIO.exec(trimmed);
  if (ratio) return { kind: 'ratio', ...named('of', ratio[1]), ...named('over', ratio[2]) };
  const money = MONEY.exec(trimmed);
  if (money) {
    const currency = money[1] === undefined || money[1] === 'money' ? ANY_CURRENCY : money[1];
    return { kind: 'money', currency, ...named('per', money[2]) };
  }
  return undefined;
}

/** The text that `parseUnit` reads back to the same unit. */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'count':
      return `count${unit.of ? ` of ${unit.of}` : ''}${unit.per ? ` per ${unit.per}` : ''}`;
    case 'ratio':
      return `ratio${unit.of ? ` of ${unit.of}` : ''}${unit.over ? ` over ${unit.over}` : ''}`;
    case 'money':
      return `${unit.currency === ANY_CURRENCY ? 'money' : unit.currency}${unit.per ? ` per ${unit.per}` : ''}`;
    case 'duration':
      return unit.in;
    case 'score':
      return `score ${unit.min}..${unit.max}`;
    case 'rank':
    case 'multiple':
      return unit.kind;
  }
}

/** The unit with the open currency of a definition replaced by a plan's or workspace's own. */
export function inCurrency(unit: Unit, currency: string): Unit {
  return unit.kind === 'money' && unit.currency === ANY_CURRENCY ? { ...unit, currency } : unit;
}

function named<K extends 'of' | 'over' | 'per'>(key: K, thing: string | undefined): { readonly [P in K]?: string } {
  return thing === undefined ? {} : ({ [key]: thing } as { readonly [P in K]: string });
}
