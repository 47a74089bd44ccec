import type { ConnectionView } from '#contract/connection.ts';
import type { Tone } from '../ui/pill.tsx';
import type { connectLabels } from './connect-labels.ts';

export type ConnectionState = 'new' | 'running' | 'done' | 'warned' | 'put-off' | 'failed' | 'cut-off';

/** How a connection is doing, by its last pull. */
export function connectionState({ isRunning, lastRun }: Pick<ConnectionView, 'isRunning' | 'lastRun'>): ConnectionState {
  if (isRunning) return 'running';
  if (!lastRun) return 'new';
  if (lastRun.state === 'running') return 'cut-off';
  return lastRun.state === 'done' && lastRun.problems.length > 0 ? 'warned' : lastRun.state;
}

export const STATE_TONES: Readonly<Record<ConnectionState, Tone>> = {
  new: 'none',
  running: 'accent',
  done: 'good',
  warned: 'warn',
  'put-off': 'warn',
  failed: 'bad',
  'cut-off': 'warn',
};

export const STATE_WORDS = {
  new: 'stateNew',
  running: 'stateRunning',
  done: 'stateDone',
  warned: 'stateWarned',
  'put-off': 'statePutOff',
  failed: 'stateFailed',
  'cut-off': 'stateCutOff',
} as const satisfies Record<ConnectionState, keyof typeof connectLabels>;
