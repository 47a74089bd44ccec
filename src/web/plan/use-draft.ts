import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { actingMember, whoActs } from '../app/acting.ts';
import { ask } from '../app/ask.ts';
import { succeeded } from '../app/succeeded.ts';
import { createStore, useStore } from '../ui/store.ts';
import { showToast } from '../ui/toasts.tsx';
import type { PlanEdit, PlanTexts } from './edit-plan.ts';
import { editHere } from './plan-desk.ts';
import { planLabels } from './plan-labels.ts';

export type PlanAnswer = ResponseOf<Api['plan']>;

/** What is being written here and is not yet, or no longer, what the server has. */
interface Desk {
  readonly key: string;
  readonly texts: PlanTexts;
  readonly base: number;
  readonly revision: number;
  /** Texts before each edit made here, oldest first. */
  readonly past: readonly PlanTexts[];
  /** Texts that were taken back, the last one last. */
  readonly future: readonly PlanTexts[];
  readonly saving: 'saved' | 'waiting' | 'saving';
}

const desk = createStore<Desk | undefined>(undefined);
const SAVE_AFTER = 500;
let underWay: Promise<unknown> | undefined;

export interface DraftDesk {
  /** The draft where there is one, else what is published; null for a plan without either. */
  readonly texts: PlanTexts | null;
  readonly isDraft: boolean;
  readonly saving: Desk['saving'];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Makes an edit by its meaning. */
  readonly edit: (edit: PlanEdit) => Promise<boolean>;
  /** Replaces the texts as a whole. */
  readonly write: (texts: PlanTexts) => Promise<void>;
  readonly undo: () => void;
  /** Makes again what was taken back last. */
  readonly redo: () => void;
  readonly discard: () => Promise<void>;
  /** Saves at once what still waits to be saved. */
  readonly flush: () => Promise<boolean>;
  /** Forgets what stands here: the server has something newer. */
  readonly forget: () => void;
}

/** Edits are made one after the other, each on what the one before it made; two made at once would undo one another. */
let editing: Promise<unknown> = Promise.resolve();

/** The acting member's draft of a plan: every edit shows at once and is saved a moment later. */
export function useDraft(answer: PlanAnswer | undefined): DraftDesk {
  const client = useQueryClient();
  const member = useStore(actingMember);
  const current = useStore(desk);
  const key = `${answer?.plan.id} ${member}`;
  const own = current?.key === key ? current : undefined;
  const stored = answer?.draft ?? answer?.texts ?? null;
  const latest = useRef(answer);
  latest.current = answer;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    // One save at a time: the next one names the revision that this one makes.
    while (underWay) await underWay;
    const now = desk.get();
    const plan = latest.current?.plan.id;
    if (!now || plan === undefined || now.saving === 'saved') return true;
    desk.set({ ...now, saving: 'saving' });
    const { texts, base, revision } = now;
    const asked = ask('saveDraft', { plan, body: { ...texts, base, revision } });
    underWay = asked;
    const saved = await asked;
    underWay = undefined;
    const after = desk.get();
    if (!after || after.key !== now.key) return true;
    if (saved.kind === 'conflict') {
      const { current } = saved.conflict;
      // Saved in another window in between: that is shown, and what stands here is one undo away. Thrown away there, it stays here.
      desk.set(
        current
          ? {
              ...after,
              texts: { yaml: current.yaml, sheet: current.sheet },
              base: current.base,
              revision: current.revision,
              past: [...after.past, after.texts],
              future: [],
              saving: 'saved',
            }
          : { ...after, revision: 0, saving: 'waiting' },
      );
      showToast({ kind: 'bad', text: current ? planLabels.savedElsewhere : planLabels.goneElsewhere });
      await client.invalidateQueries();
      return false;
    }
    if (!succeeded(saved)) {
      desk.set({ ...after, saving: 'waiting' });
      return false;
    }
    desk.set({ ...after, revision: saved.value.draft.revision, saving: after.texts === texts ? 'saved' : 'waiting' });
    if (after.texts !== texts) timer.current = setTimeout(() => void flush(), SAVE_AFTER);
    return true;
  }, [client]);

  const write = useCallback(
    async (texts: PlanTexts) => {
      const who = await whoActs();
      const now = latest.current;
      if (who === undefined || !now) return;
      const here = desk.get();
      const mine = here?.key === `${now.plan.id} ${who}` ? here : undefined;
      const before = mine?.texts ?? now.draft ?? now.texts;
      desk.set({
        key: `${now.plan.id} ${who}`,
        texts,
        base: mine?.base ?? now.draft?.base ?? now.version?.number ?? 0,
        revision: mine?.revision ?? now.draft?.revision ?? 0,
        past: before ? [...(mine?.past ?? []).slice(-99), { yaml: before.yaml, sheet: before.sheet }] : [],
        future: [],
        saving: 'waiting',
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER);
    },
    [flush],
  );

  const make = useCallback(
    async (change: PlanEdit) => {
      const now = latest.current;
      const here = desk.get();
      const from = here?.key === `${now?.plan.id} ${actingMember.get()}` ? here.texts : (now?.draft ?? now?.texts);
      if (!from) return false;
      const texts = await editHere({ yaml: from.yaml, sheet: from.sheet }, change);
      if (!texts) {
        showToast({ kind: 'bad', text: planLabels.cannotEdit });
        return false;
      }
      if (texts.yaml !== from.yaml || texts.sheet !== from.sheet) await write(texts);
      return true;
    },
    [write],
  );

  const edit = useCallback(
    (change: PlanEdit): Promise<boolean> => {
      const done = editing.then(() => make(change));
      editing = done.catch(() => undefined);
      return done;
    },
    [make],
  );

  const undo = useCallback(() => {
    const now = desk.get();
    const before = now?.past.at(-1);
    if (!now || !before) return;
    desk.set({
      ...now,
      texts: before,
      past: now.past.slice(0, -1),
      future: [...now.future, now.texts],
      saving: 'waiting',
    });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER);
  }, [flush]);

  const redo = useCallback(() => {
    const now = desk.get();
    const after = now?.future.at(-1);
    if (!now || !after) return;
    desk.set({
      ...now,
      texts: after,
      past: [...now.past, now.texts],
      future: now.future.slice(0, -1),
      saving: 'waiting',
    });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER);
  }, [flush]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    desk.set(undefined);
  }, []);

  const discard = useCallback(async () => {
    const plan = latest.current?.plan.id;
    forget();
    if (plan === undefined) return;
    if (succeeded(await ask('discardDraft', { plan }))) await client.invalidateQueries();
  }, [client, forget]);

  useEffect(() => {
    const onLeave = () => {
      if (desk.get()?.saving === 'waiting') void flush();
    };
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [flush]);

  const texts = own?.texts ?? stored;
  const published = answer?.texts;
  return {
    texts: texts && { yaml: texts.yaml, sheet: texts.sheet },
    isDraft: texts !== null && (published?.yaml !== texts.yaml || published.sheet !== texts.sheet),
    saving: own?.saving ?? 'saved',
    canUndo: (own?.past.length ?? 0) > 0,
    canRedo: (own?.future.length ?? 0) > 0,
    edit,
    write,
    undo,
    redo,
    discard,
    flush,
    forget,
  };
}
