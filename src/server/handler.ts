import type { Api, EndpointId } from '#contract/api.ts';
import type { Endpoint, RequestOf } from '#contract/endpoint.ts';
import type { ApiKeyRights } from '#core/connect/api-key-rights.ts';
import type { Lang } from '#core/text/text.ts';
import type { App } from '#engine/app/app.ts';
import type { Reply } from './reply.ts';

/** Who asks, and how. */
export interface Call {
  readonly app: App;
  /** Under whose name changes are stored: the acting member, or `system` for a program without one. */
  readonly by: string;
  /** The acting member, where one was named. */
  readonly member: string | undefined;
  /** What the program may do whose key was shown; undefined where no key was. */
  readonly rights?: ApiKeyRights;
  /** Language of texts that are made. */
  readonly lang: Lang;
  /** The body of an endpoint that takes a file, as it arrives. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Whether the server is being stopped. */
  readonly isStopping: () => boolean;
}

export type Handler<E extends Endpoint> = (request: RequestOf<E>, call: Call) => Promise<Reply<E>> | Reply<E>;

export type Handlers = { readonly [K in EndpointId]: Handler<Api[K]> };

/** Some of the handlers, those of one concept: `const planHandlers = handlers<'plan' | 'plans'>({ … })`. */
export type HandlersOf<K extends EndpointId> = Pick<Handlers, K>;
