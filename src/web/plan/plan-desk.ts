import type { Fix } from '#contract/check.ts';
import type { PlanEdit, PlanTexts } from './edit-plan.ts';
import type { CheckedPlan, WorkerAnswer, WorkerQuestion } from './worker-message.ts';

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, (answer: WorkerAnswer['answer']) => void>();

/** Checks a plan's texts without the server. */
export async function checkHere(texts: PlanTexts, definitions: string, currency: string): Promise<CheckedPlan> {
  const answer = await askWorker({ kind: 'check', ...texts, definitions, currency });
  if (answer.kind !== 'checked') throw new Error('the worker answered another question');
  return answer;
}

/** What one driver alone would have to be for each goal that falls short. */
export async function fixesHere(texts: PlanTexts, definitions: string, currency: string): Promise<readonly Fix[]> {
  const answer = await askWorker({ kind: 'fixes', ...texts, definitions, currency });
  return answer.kind === 'fixes' ? answer.fixes : [];
}

/** Makes an edit; null when the text does not allow it. */
export async function editHere(texts: PlanTexts, edit: PlanEdit): Promise<PlanTexts | null> {
  const answer = await askWorker({ kind: 'edit', ...texts, edit });
  return answer.kind === 'edited' ? answer.texts : null;
}

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

function askWorker(question: Unnumbered<WorkerQuestion>): Promise<WorkerAnswer['answer']> {
  worker ??= started();
  const id = count++;
  const answer = new Promise<WorkerAnswer['answer']>(resolve => waiting.set(id, resolve));
  worker.postMessage({ ...question, id });
  return answer;
}

function started(): Worker {
  const made = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => {
    waiting.get(event.data.id)?.(event.data.answer);
    waiting.delete(event.data.id);
  });
  return made;
}
