import type { Text } from '../text/text.ts';

/** Where an initiative stands, in order. [ACT-20] */
export type Stage = 'idea' | 'proposed' | 'preparing' | 'running' | 'checking' | 'done';

/** The part of the PDCA cycle a stage belongs to. */
export type Phase = 'plan' | 'do' | 'check' | 'act';

export interface StageEntry {
  readonly id: Stage;
  readonly name: Text;
  readonly phase: Phase;
}

export const STAGES: readonly StageEntry[] = [
  { id: 'idea', name: { ja: 'アイデア', en: 'Idea' }, phase: 'plan' },
  { id: 'proposed', name: { ja: '起案', en: 'Proposed' }, phase: 'plan' },
  { id: 'preparing', name: { ja: '準備', en: 'Preparing' }, phase: 'plan' },
  { id: 'running', name: { ja: '実施', en: 'Running' }, phase: 'do' },
  { id: 'checking', name: { ja: '検証', en: 'Checking' }, phase: 'check' },
  { id: 'done', name: { ja: '完了', en: 'Done' }, phase: 'act' },
];

const MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['proposed'],
  proposed: ['preparing', 'idea'],
  preparing: ['running', 'proposed'],
  running: ['checking', 'preparing'],
  checking: ['running'],
  done: [],
};

/** The stages an initiative may be moved to by hand: one step on, or one step back. `done` is reached by closing only. [ACT-21] */
export function movesFrom(stage: Stage): readonly Stage[] {
  return MOVES[stage];
}

export function stageName(stage: Stage): Text {
  const entry = STAGES.find(({ id }) => id === stage);
  if (!entry) throw new Error(`no such stage: ${stage}`);
  return entry.name;
}
