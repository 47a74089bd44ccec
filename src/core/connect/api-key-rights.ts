import { type Problem, problemsOf } from '../problem/problem.ts';
import { pushMessages } from './push-messages.ts';

/** What a program may do. [KEY-01] */
export interface ApiKeyRights {
  /** Datasets it may push rows to; all of them, or none when the list is empty. */
  readonly push: 'all' | readonly string[];
  /** Whether it may read figures, plans and the state of the data. */
  readonly read: boolean;
}

const problem = problemsOf(pushMessages);

export function checkApiKey(name: string, { push, read }: ApiKeyRights): readonly Problem[] {
  const isNamed = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name.length <= 50;
  return [
    ...(isNamed ? [] : [problem('api-key-name', {}, { at: ['name'] })]),
    ...(read || push === 'all' || push.length > 0 ? [] : [problem('api-key-rights', {}, { at: ['rights'] })]),
  ];
}

export function mayPush({ push }: ApiKeyRights, dataset: string): boolean {
  return push === 'all' || push.includes(dataset);
}
