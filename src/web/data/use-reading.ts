import type { WireProblem } from '#contract/problem.ts';
import type { ImportChoices, UploadView } from '#contract/upload.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';

export interface Reading {
  readonly busy: boolean;
  /** Looks at the file again with these choices beside the ones made before; what is undefined goes back to automatic. */
  readonly say: (change: Change, onProblems?: (problems: readonly WireProblem[]) => readonly WireProblem[]) => Promise<boolean>;
}

type Change = { readonly [K in keyof ImportChoices]?: ImportChoices[K] | undefined };

/** What the reader says about a file. */
export function useReading({ id, choices, state }: UploadView): Reading {
  const again = useAction('inspectAgain');
  const say: Reading['say'] = async (change, onProblems) => {
    const merged = Object.fromEntries(Object.entries({ ...choices, ...change }).filter(([, value]) => value !== undefined));
    return succeeded(await again.run({ upload: id, body: merged }), onProblems ? { onProblems } : {});
  };
  return { busy: again.busy || state === 'inspecting', say };
}
