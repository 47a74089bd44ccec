import type { WireProblem } from '#contract/problem.ts';
import { showToast, type Toast } from '../ui/toasts.tsx';
import { appLabels } from './app-labels.ts';

interface AnyAnswer {
  readonly kind: 'value' | 'conflict' | 'problems' | 'failure';
  readonly problems?: readonly WireProblem[];
}

/**
 * Whether a change came through; tells the reader either way. Somebody else's change and problems that no field shows are told in
 * a toast. `onProblems`: takes the problems to the fields they belong to, and says which are left.
 */
export function succeeded<A extends AnyAnswer>(
  answer: A | undefined,
  {
    toast,
    onProblems,
  }: { readonly toast?: Toast; readonly onProblems?: (problems: readonly WireProblem[]) => readonly WireProblem[] } = {},
): answer is Extract<A, { kind: 'value' }> {
  if (!answer || answer.kind === 'failure') return false;
  if (answer.kind === 'value') {
    if (toast) showToast(toast);
    return true;
  }
  if (answer.kind === 'conflict') {
    showToast({ kind: 'bad', text: joined(appLabels.conflictTitle, appLabels.conflictText) });
    return false;
  }
  const problems = answer.problems ?? [];
  const left = onProblems ? onProblems(problems) : problems;
  const [first] = left;
  if (first) showToast({ kind: 'bad', text: first.message });
  return false;
}

function joined(a: { readonly ja: string; readonly en: string }, b: { readonly ja: string; readonly en: string }) {
  return { ja: `${a.ja}。${b.ja}`, en: `${a.en}. ${b.en}` };
}
