import type { Api, EndpointId } from '#contract/api.ts';
import { type Answer, type Caller, createClient } from '#contract/client.ts';
import type { ConflictOf, InputOf, ResponseOf } from '#contract/endpoint.ts';
import { chosenLang } from '../ui/language.ts';
import { actingMember } from './acting.ts';
import { AnswerError } from './answer-error.ts';

export type AskInput<K extends EndpointId> = InputOf<Api[K], Blob>;
export type AskAnswer<K extends EndpointId> = Answer<ResponseOf<Api[K]>, ConflictOf<Api[K]>>;

type AskWithInput = <K extends EndpointId>(
  id: K,
  input: AskInput<K>,
  options?: { readonly signal?: AbortSignal },
) => Promise<AskAnswer<K>>;

/** The acting member and the reader's language, as they are at the moment of a call. */
export const caller: Caller = {
  get member() {
    return actingMember.get() || undefined;
  },
  get lang() {
    return chosenLang.get();
  },
};

/** Asks the API; whatever comes of it is the answer. */
export const ask = createClient<Blob, AbortSignal>('', (url, init) => fetch(url, init), caller) as AskWithInput;

/** Asks the API for a value; everything else is thrown, for queries whose place shows it. */
export async function valueFrom<K extends EndpointId>(
  id: K,
  input: AskInput<K>,
  signal?: AbortSignal,
): Promise<ResponseOf<Api[K]>> {
  const answer: Answer<ResponseOf<Api[K]>, unknown> = await ask(id, input, signal ? { signal } : {});
  switch (answer.kind) {
    case 'value':
      return answer.value;
    case 'problems':
      throw new AnswerError({ problems: answer.problems, status: answer.status });
    case 'failure':
      throw new AnswerError({ failure: answer.failure });
    default:
      throw new AnswerError({});
  }
}
