import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { GuidedAnswers } from '#core/begin/guided-plan.ts';
import { emptyAnswers } from '#core/begin/kept-answers.ts';
import { actingMember } from '../app/acting.ts';
import { ask } from '../app/ask.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { createStore, useStore } from '../ui/store.ts';
import { planYear } from './fiscal-year-of.ts';
import { answersHere, forgetHere, keepHere } from './kept-here.ts';

type Kept = ResponseOf<Api['guidedAnswers']>['kept'];

/** What was answered, where one stands, and the answers before each change. */
export interface GuidedState {
  readonly answers: GuidedAnswers;
  readonly step: number;
  readonly past: readonly GuidedAnswers[];
  /** Of the answers on the server that these were made from. */
  readonly revision: number;
  readonly saving: 'saved' | 'waiting' | 'saving';
  /** What the same member answered elsewhere in between; null where it was thrown away there. */
  readonly elsewhere?: Kept;
}

const MOST_PAST = 50;
const SAVE_AFTER = 500;
const states = createStore<Readonly<Record<string, GuidedState>>>({});
let timer: ReturnType<typeof setTimeout> | undefined;
const underWay = new Set<string>();

/**
 * The acting member's answers: shown at once, on the server a moment later, so that another browser takes them up. Until they are
 * there this browser keeps them, and those of somebody who has not said who they are. [BEG-30]
 */
export function useGuided() {
  const client = useQueryClient();
  const member = useStore(actingMember);
  const { today, calendar } = useWorkspace();
  const all = useStore(states);
  const asked = useAnswer('guidedAnswers', {}, { when: member !== '' });
  const stored = asked.data?.kept;
  const empty = useMemo(() => emptyAnswers(planYear(today, calendar), member), [today, calendar, member]);
  const own = all[member];
  const isFirst = own === undefined;
  const here = useMemo(() => (isFirst ? asState(answersHere(member, empty), member) : undefined), [isFirst, member, empty]);
  // What is saved here may have been gone on with elsewhere.
  const isBehind = own?.saving === 'saved' && (stored?.revision ?? 0) > own.revision;
  const nobodys = member === '' ? undefined : (all[''] ?? asState(answersHere('', empty), ''));
  const fresh = { answers: empty, step: 0, past: [], revision: stored?.revision ?? 0, saving: 'saved' } as const;
  const begun = stored ? { ...stored, past: [], saving: 'saved' as const } : undefined;
  const state: GuidedState = isBehind
    ? (begun ?? fresh)
    : (own ?? here ?? named(all[''], member, fresh) ?? begun ?? named(nobodys, member, fresh) ?? fresh);
  const keep = (next: GuidedState) => {
    put(member, next);
    keepHere(member, next);
    clearTimeout(timer);
    if (member === '') return;
    if (all[''] !== undefined) forgetNobody();
    timer = setTimeout(() => void save(member, client), SAVE_AFTER);
  };
  useEffect(() => () => void save(member, client), [member, client]);
  return {
    ...state,
    isLoading: member !== '' && own === undefined && here === undefined && asked.isPending,
    isNobodys: member === '',
    set: (change: Partial<GuidedAnswers>) =>
      keep({
        ...state,
        answers: { ...state.answers, ...change },
        past: [...state.past, state.answers].slice(-MOST_PAST),
        saving: 'waiting',
      }),
    goTo: (step: number) => keep({ ...state, step, saving: 'waiting' }),
    undo: () => {
      const before = state.past.at(-1);
      if (before) keep({ ...state, answers: before, past: state.past.slice(0, -1), saving: 'waiting' });
    },
    /** Settles answers given elsewhere: those here go on, or those there. */
    settle: (side: 'here' | 'there') => {
      const { elsewhere, ...rest } = state;
      if (side === 'here') keep({ ...rest, revision: elsewhere?.revision ?? 0, saving: 'waiting' });
      else {
        forgetHere(member);
        drop(member);
        client.setQueryData(['guidedAnswers', {}, member], { kept: elsewhere ?? null });
      }
    },
    clear: async () => {
      clearTimeout(timer);
      forgetHere(member);
      drop(member);
      forgetNobody();
      if (member === '') return;
      const gone = await ask('discardGuidedAnswers', {});
      if (gone.kind === 'value') client.setQueryData(['guidedAnswers', {}, member], { kept: null });
    },
  };
}

/** Whether the acting member has begun to answer. */
export function useGuidedStart(): boolean {
  const member = useStore(actingMember);
  const all = useStore(states);
  const { today, calendar } = useWorkspace();
  const stored = useAnswer('guidedAnswers', {}, { when: member !== '' }).data?.kept;
  return (
    all[member] !== undefined || Boolean(stored) || answersHere(member, emptyAnswers(planYear(today, calendar), '')) !== undefined
  );
}

/** Sends what waits; what is typed meanwhile is sent after it. */
async function save(member: string, client: QueryClient): Promise<void> {
  clearTimeout(timer);
  const now = states.get()[member];
  // One save at a time: the next one names the revision that this one makes.
  if (member === '' || underWay.has(member) || now?.saving !== 'waiting' || now.elsewhere !== undefined) return;
  put(member, { ...now, saving: 'saving' });
  const { answers, step, revision } = now;
  underWay.add(member);
  const saved = await ask('saveGuidedAnswers', { body: { answers, step, revision } });
  underWay.delete(member);
  const after = states.get()[member];
  if (!after) return;
  if (saved.kind === 'conflict') {
    put(member, { ...after, saving: 'waiting', elsewhere: saved.conflict.current });
    return;
  }
  if (saved.kind !== 'value') {
    put(member, { ...after, saving: 'waiting' });
    return;
  }
  const isSame = after.answers === answers && after.step === step;
  const next: GuidedState = { ...after, revision: saved.value.kept.revision, saving: isSame ? 'saved' : 'waiting' };
  client.setQueryData(['guidedAnswers', {}, member], saved.value);
  put(member, next);
  if (isSame) forgetHere(member);
  else {
    keepHere(member, next);
    timer = setTimeout(() => void save(member, client), SAVE_AFTER);
  }
}

function put(member: string, state: GuidedState): void {
  states.set({ ...states.get(), [member]: state });
}

function drop(member: string): void {
  const { [member]: _, ...others } = states.get();
  states.set(others);
}

function forgetNobody(): void {
  drop('');
  forgetHere('');
}

function asState(found: ReturnType<typeof answersHere>, member: string): GuidedState | undefined {
  return found && { ...found, past: [], saving: member === '' ? 'saved' : 'waiting' };
}

/** Who has answered before saying who they are keeps what they have answered. */
function named(state: GuidedState | undefined, owner: string, { revision }: GuidedState): GuidedState | undefined {
  if (!state || owner === '') return state;
  const answers = state.answers.owner === '' ? { ...state.answers, owner } : state.answers;
  return { ...state, answers, revision, saving: 'saved' };
}
