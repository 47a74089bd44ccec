import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { EndpointId } from '#contract/api.ts';
import { showToast } from '../ui/toasts.tsx';
import { whoActs } from './acting.ts';
import { type AskAnswer, type AskInput, ask } from './ask.ts';

export interface Action<K extends EndpointId> {
  /** Undefined: nobody wants to act. A failure of the environment has been shown already. */
  readonly run: (input: AskInput<K>) => Promise<AskAnswer<K> | undefined>;
  readonly busy: boolean;
}

/** A change through the API, in the name of the acting member; afterwards everything on screen is asked for anew. */
export function useAction<K extends EndpointId>(id: K, { refresh = true }: { readonly refresh?: boolean } = {}): Action<K> {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (input: AskInput<K>) => {
      if ((await whoActs()) === undefined) return undefined;
      setBusy(true);
      try {
        const answer: AskAnswer<K> = await ask(id, input);
        if (answer.kind === 'failure') showToast({ kind: 'bad', text: answer.failure.message });
        else if (refresh && answer.kind === 'value') await client.invalidateQueries();
        return answer;
      } finally {
        setBusy(false);
      }
    },
    [id, client, refresh],
  );
  return { run, busy };
}
