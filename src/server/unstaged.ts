import type { Staged } from '#engine/progress/plan-stage.ts';
import { missing, problems } from './reply.ts';

/** The reply where a plan, or the asked version of it, is not there or can no longer be read. */
export function unstaged(staged: Exclude<Staged, { readonly kind: 'staged' }>, plan: string, version?: string | undefined) {
  switch (staged.kind) {
    case 'missing':
      return missing(staged.what === 'plan' ? plan : `${plan}@${version ?? 'latest'}`);
    case 'refused':
      return problems(staged.problems);
  }
}
