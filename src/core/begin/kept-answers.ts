import { type Day, parseDay } from '../calendar/day.ts';
import type { GuidedAnswers, GuidedFactor } from './guided-plan.ts';

/** Nothing answered yet: only the period is proposed, and whoever begins answers for everything. */
export function emptyAnswers(period: { readonly from: Day; readonly to: Day }, owner: string): GuidedAnswers {
  return {
    aim: '',
    area: '',
    goal: '',
    target: '',
    population: '',
    from: period.from,
    to: period.to,
    formulas: {},
    ownFormula: '',
    alternatives: [],
    factors: [],
    impacts: {},
    feasibilities: {},
    shares: {},
    targets: {},
    owners: {},
    owner,
    name: '',
  };
}

/**
 * Answers that were kept somewhere, as far as they are what they should be: they may be of an older version, or have been tampered
 * with. Undefined where they are no answers at all. [BEG-30]
 */
export function keptAnswers(kept: unknown, empty: Pick<GuidedAnswers, 'from' | 'to' | 'owner'>): GuidedAnswers | undefined {
  if (!isRecord(kept)) return undefined;
  const word = (key: keyof GuidedAnswers, or = '') => {
    const value = kept[key];
    return typeof value === 'string' ? value : or;
  };
  const words = (key: keyof GuidedAnswers) => {
    const value = kept[key];
    return isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(wordEntry)) : {};
  };
  const list = (key: keyof GuidedAnswers) => {
    const value = kept[key];
    return Array.isArray(value) ? value : [];
  };
  return {
    aim: word('aim'),
    area: word('area'),
    goal: word('goal'),
    target: word('target'),
    population: word('population'),
    from: parseDay(word('from')) ?? empty.from,
    to: parseDay(word('to')) ?? empty.to,
    formulas: words('formulas'),
    ownFormula: word('ownFormula'),
    alternatives: list('alternatives').filter(isWord),
    factors: list('factors').filter(isFactor),
    impacts: words('impacts'),
    feasibilities: words('feasibilities'),
    shares: words('shares'),
    targets: words('targets'),
    owners: words('owners'),
    owner: word('owner', empty.owner),
    name: word('name'),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string';
}

function wordEntry([key, value]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  return isWord(value) ? [[key, value]] : [];
}

function isFactor(value: unknown): value is GuidedFactor {
  return (
    isRecord(value) &&
    ['id', 'name', 'because', 'part'].every(key => isWord(value[key])) &&
    Array.isArray(value.kpis) &&
    value.kpis.every(isWord)
  );
}
