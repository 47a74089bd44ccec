import { useMemo } from 'react';
import type { GuidedAnswers, GuidedFactor } from '#core/begin/guided-plan.ts';
import { parseDay } from '#core/calendar/day.ts';
import { actingMember } from '../app/acting.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { createStore, useStore } from '../ui/store.ts';
import { planYear } from './fiscal-year-of.ts';

/** What was answered, where one stands, and the answers before each change. */
export interface GuidedState {
  readonly answers: GuidedAnswers;
  readonly step: number;
  readonly past: readonly GuidedAnswers[];
}

const MOST_PAST = 50;
const states = createStore<Readonly<Record<string, GuidedState>>>({});

/** The acting member's answers, kept in this browser, so that leaving and coming back loses nothing. [BEG-30] */
export function useGuided() {
  const member = useStore(actingMember);
  const { today, calendar } = useWorkspace();
  const all = useStore(states);
  const empty = useMemo(() => emptyAnswers(planYear(today, calendar), member), [today, calendar, member]);
  const stored = useMemo(() => remembered(member, empty), [member, empty]);
  // Who has answered before saying who they are keeps what they have answered.
  const nobodys = all[''] ?? (member === '' ? undefined : remembered('', empty));
  const state = all[member] ?? stored ?? named(nobodys, member) ?? { answers: empty, step: 0, past: [] };
  const keep = (next: GuidedState) => {
    states.set({ ...states.get(), [member]: next });
    write(member, next);
  };
  return {
    ...state,
    set: (change: Partial<GuidedAnswers>) =>
      keep({ ...state, answers: { ...state.answers, ...change }, past: [...state.past, state.answers].slice(-MOST_PAST) }),
    goTo: (step: number) => keep({ ...state, step }),
    undo: () => {
      const before = state.past.at(-1);
      if (before) keep({ ...state, answers: before, past: state.past.slice(0, -1) });
    },
    clear: () => {
      const { [member]: _, '': __, ...others } = states.get();
      states.set(others);
      forget(member);
      forget('');
    },
  };
}

function named(state: GuidedState | undefined, owner: string): GuidedState | undefined {
  return state && state.answers.owner === '' ? { ...state, answers: { ...state.answers, owner } } : state;
}

/** Whether the acting member has begun to answer. */
export function useGuidedStart(): boolean {
  const member = useStore(actingMember);
  const all = useStore(states);
  return all[member] !== undefined || readKey(member) !== null;
}

function emptyAnswers({ from, to }: Pick<GuidedAnswers, 'from' | 'to'>, owner: string): GuidedAnswers {
  return {
    aim: '',
    area: '',
    goal: '',
    target: '',
    population: '',
    from,
    to,
    formulas: {},
    ownFormula: '',
    factors: [],
    targets: {},
    owners: {},
    owner,
    name: '',
  };
}

const keyOf = (member: string) => `rashin.begin.${member}`;

function readKey(member: string): string | null {
  try {
    return localStorage.getItem(keyOf(member));
  } catch {
    return null;
  }
}

function write(member: string, { answers, step }: GuidedState): void {
  try {
    localStorage.setItem(keyOf(member), JSON.stringify({ answers, step }));
  } catch {
    // Storage is switched off: the answers live as long as the page.
  }
}

function forget(member: string): void {
  try {
    localStorage.removeItem(keyOf(member));
  } catch {
    // Storage is switched off: there was nothing to forget.
  }
}

/** What this browser has kept, as far as it is what it should be: it may be of an older version, or have been tampered with. */
function remembered(member: string, empty: GuidedAnswers): GuidedState | undefined {
  const text = readKey(member);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept) || !isRecord(kept.answers)) return undefined;
    const { answers, step } = kept;
    const word = (key: keyof GuidedAnswers & string, or: string) => (typeof answers[key] === 'string' ? answers[key] : or);
    const words = (key: string) => {
      const found = answers[key];
      return isRecord(found) ? Object.fromEntries(Object.entries(found).flatMap(wordEntry)) : {};
    };
    return {
      answers: {
        aim: word('aim', ''),
        area: word('area', ''),
        goal: word('goal', ''),
        target: word('target', ''),
        population: word('population', ''),
        from: parseDay(word('from', '')) ?? empty.from,
        to: parseDay(word('to', '')) ?? empty.to,
        formulas: words('formulas'),
        ownFormula: word('ownFormula', ''),
        factors: Array.isArray(answers.factors) ? answers.factors.filter(isFactor) : [],
        targets: words('targets'),
        owners: words('owners'),
        owner: word('owner', empty.owner),
        name: word('name', ''),
      },
      step: typeof step === 'number' && Number.isInteger(step) && step >= 0 ? step : 0,
      past: [],
    };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordEntry([key, value]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  return typeof value === 'string' ? [[key, value]] : [];
}

function isFactor(value: unknown): value is GuidedFactor {
  return (
    isRecord(value) &&
    ['id', 'name', 'because', 'part'].every(key => typeof value[key] === 'string') &&
    Array.isArray(value.kpis) &&
    value.kpis.every(kpi => typeof kpi === 'string')
  );
}
