import { remembered } from '../ui/remembered.ts';
import { createStore } from '../ui/store.ts';

/** Id of the member in whose name changes are made; empty while nobody was chosen. */
export const actingMember = remembered<string>('rashin.member', text => text ?? '');

/** Somebody waits to be told who acts: the dialog that asks is open while this is set. */
export const whoIsAsked = createStore<((member: string | undefined) => void) | undefined>(undefined);

/** The acting member, asked for where nobody was chosen yet; undefined when the question was waved away. */
export function whoActs(): Promise<string | undefined> {
  const chosen = actingMember.get();
  if (chosen !== '') return Promise.resolve(chosen);
  return new Promise(resolve => {
    whoIsAsked.set(member => {
      whoIsAsked.set(undefined);
      if (member !== undefined) actingMember.set(member);
      resolve(member);
    });
  });
}
