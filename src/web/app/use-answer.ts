import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Api, EndpointId } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { useStore } from '../ui/store.ts';
import { actingMember } from './acting.ts';
import { type AskInput, valueFrom } from './ask.ts';

export interface AnswerOptions {
  /** Ask only while true. */
  readonly when?: boolean;
  /** Show the answer to the question before until the new one is there. */
  readonly keep?: boolean;
  /** Ask again every so many milliseconds. */
  readonly every?: number;
}

/** A question to the API, asked once for all who want to know, and again after every change. */
export function useAnswer<K extends EndpointId>(
  id: K,
  input: AskInput<K>,
  { when = true, keep = false, every }: AnswerOptions = {},
): UseQueryResult<ResponseOf<Api[K]>> {
  // Some answers are about whoever asks: drafts, what is due.
  const asker = useStore(actingMember);
  return useQuery({
    queryKey: [id, input, asker],
    queryFn: ({ signal }) => valueFrom(id, input, signal),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}
