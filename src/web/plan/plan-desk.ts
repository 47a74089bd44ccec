import type { Fix } from '#contract/check.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { planSchedule } from '#contract/planner.ts';
import type { CertificateView } from '#contract/verdict.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import type { PlannerRequest } from '#core/planner/planner.ts';
import type { RepairRequest } from '#core/repair/repair.ts';
import type { PlanEdit, PlanTexts } from './edit-plan.ts';
import type { Arrivals, CheckedPlan, ReadWith, Repaired, WeeklyPlan, WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** One for what must be there at once, one for what takes its time, so that typing never waits for advice. */
const workers: { quick?: Worker; patient?: Worker } = {};
let count = 0;
const waiting = new Map<number, (answer: WorkerAnswer['answer']) => void>();

/** Starts the worker that checks before there is anything to check, so that it has warmed up when the plan arrives. [VER-15] */
export function wakeDesk(): void {
  workers.quick ??= started();
}

let told: PlanKnowledge | undefined;

/** Checks a plan's texts without the server; `known`: what the workspace knows of its nodes, for the rules that ask for it. */
export async function checkHere(
  texts: PlanTexts,
  definitions: string,
  currency: string,
  known?: PlanKnowledge,
): Promise<CheckedPlan> {
  // The worker answers in the order it is asked, so that the check finds what was told before it.
  if (known !== told) void askWorker({ kind: 'know', known });
  told = known;
  const answer = await askWorker({ kind: 'check', ...texts, definitions, currency });
  if (answer.kind !== 'checked') throw new Error('the worker answered another question');
  return answer;
}

/** What one driver alone would have to be for each goal that falls short. */
export async function fixesHere(texts: PlanTexts, definitions: string, currency: string): Promise<readonly Fix[]> {
  const answer = await askWorker({ kind: 'fixes', ...texts, definitions, currency });
  return answer.kind === 'fixes' ? answer.fixes : [];
}

/** The cheapest changes with which a goal is reached. */
export async function repairHere(texts: ReadWith, request: RepairRequest): Promise<Repaired> {
  const answer = await askWorker({ kind: 'repair', ...texts, request }, 'patient');
  if (answer.kind !== 'repaired') throw new Error('the worker answered another question');
  return answer;
}

/** The cases that the verdicts rest on. */
export async function certificatesHere(texts: ReadWith): Promise<readonly CertificateView[]> {
  const answer = await askWorker({ kind: 'certificates', ...texts }, 'patient');
  return answer.kind === 'certificates' ? answer.certificates : [];
}

/** What to create month by month, counted backwards from the goal. */
export async function scheduleHere(texts: ReadWith, request: PlannerRequest): Promise<ResponseOf<typeof planSchedule>> {
  const answer = await askWorker({ kind: 'schedule', ...texts, request }, 'patient');
  if (answer.kind !== 'schedule') throw new Error('the worker answered another question');
  return answer.answer;
}

/** In which months arrives what is created in each. */
export async function arrivalsHere(texts: ReadWith): Promise<readonly Arrivals[]> {
  const answer = await askWorker({ kind: 'arrivals', ...texts }, 'patient');
  return answer.kind === 'arrivals' ? answer.arrivals : [];
}

/** A plan in weeks; undefined where it cannot be calculated. */
export async function weeklyHere(texts: ReadWith): Promise<WeeklyPlan | undefined> {
  const answer = await askWorker({ kind: 'weekly', ...texts });
  return answer.kind === 'weekly' ? (answer.weekly ?? undefined) : undefined;
}

/** Makes an edit; null when the text does not allow it. */
export async function editHere(texts: PlanTexts, edit: PlanEdit): Promise<PlanTexts | null> {
  const answer = await askWorker({ kind: 'edit', ...texts, edit });
  return answer.kind === 'edited' ? answer.texts : null;
}

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

function askWorker(question: Unnumbered<WorkerQuestion>, which: keyof typeof workers = 'quick'): Promise<WorkerAnswer['answer']> {
  const worker = workers[which] ?? started();
  workers[which] = worker;
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
