import { useNavigate } from '@tanstack/react-router';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { planLabels } from './plan-labels.ts';
import type { Planning } from './use-planning.ts';

/** Puts an earlier version back as the draft, and opens it to be worked on. */
export function useRestore(planning: Planning): { readonly restore: (version: number) => Promise<void>; readonly busy: boolean } {
  const navigate = useNavigate();
  const { run, busy } = useAction('restorePlanVersion');
  const { desk, answer } = planning;
  return {
    busy,
    restore: async version => {
      if (!(await desk.flush())) return;
      const revision = answer.draft?.revision ?? 0;
      const done = await run({ plan: answer.plan.id, version: String(version), body: { revision } });
      if (!succeeded(done, { toast: { kind: 'good', text: planLabels.restored } })) return;
      desk.forget();
      await navigate({ to: '/plan', search: previous => ({ ...previous, mode: undefined, version: undefined }) });
    },
  };
}
