import { useNavigate } from '@tanstack/react-router';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import type { PlanTexts } from './edit-plan.ts';
import { planLabels } from './plan-labels.ts';

/** Makes a plan of a text, as a draft, and opens it. */
export function useCreatePlan(): { readonly create: (texts: PlanTexts) => Promise<void>; readonly busy: boolean } {
  const navigate = useNavigate();
  const say = useSay();
  const { run, busy } = useAction('createPlan');
  const create = async (texts: PlanTexts) => {
    const done = await run({ body: texts });
    if (done?.kind === 'conflict') {
      const name = say(done.conflict.current.name);
      const filled = (text: string) => text.replace('{{name}}', name);
      showToast({ kind: 'bad', text: { ja: filled(planLabels.newIdTaken.ja), en: filled(planLabels.newIdTaken.en) } });
      return;
    }
    if (!succeeded(done, { toast: { kind: 'good', text: planLabels.newCreated } })) return;
    await navigate({ to: '/plan', search: { plan: done.value.plan.id } });
  };
  return { create, busy };
}
