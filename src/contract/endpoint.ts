import type { z } from 'zod';
import type { Text } from '#core/text/text.ts';

/** One operation of the HTTP API, as data: routes, the browser's client and OpenAPI are derived from it. [API-01] */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/plans/:plan/draft` */
  readonly path: `/api/${string}`;
  readonly summary: Text;
  /** Place it has in the documentation. */
  readonly concept: string;
  /** The `:names` of the path. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Headers that are asked for, by their names in lower case; with `content-type` among them, the body is of the kind it says. */
  readonly headers?: z.ZodObject;
  /** A JSON document, or `bytes`: a file as it is, streamed. */
  readonly body?: z.ZodType | 'bytes';
  readonly response: z.ZodType;
  /** What a 409 carries: the state that was there first. */
  readonly conflict?: z.ZodType;
  /** The answer is a job that goes on; see `job`. */
  readonly long?: true;
  /** Reads only, although it is no GET (checking a text). All other methods need an acting member. */
  readonly readsOnly?: true;
  /** What a program's key must allow to call this; without it, no key opens it. [KEY-01] */
  readonly keyRight?: 'push' | 'read';
}

/** Declares an endpoint; the identity function, there to check the shape and keep the types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

/** What a caller hands over: path parameters, query and headers flat, the body under `body`. `Bytes`: what a file is sent as. */
export type InputOf<E extends Endpoint, Bytes> = InputPart<E, 'params'> &
  InputPart<E, 'query'> &
  InputPart<E, 'headers'> &
  (E extends { readonly body: infer B } ? { readonly body: B extends z.ZodType ? z.input<B> : Bytes } : unknown);

/** What the server's handler receives after everything has been read and checked. */
export type RequestOf<E extends Endpoint> = OutputPart<E, 'params'> &
  OutputPart<E, 'query'> &
  OutputPart<E, 'headers'> &
  (E extends { readonly body: infer B extends z.ZodType } ? { readonly body: z.output<B> } : unknown);

export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

export type ConflictOf<E extends Endpoint> = E extends { readonly conflict: infer C extends z.ZodType } ? z.output<C> : never;

type InputPart<E, K extends 'params' | 'query' | 'headers'> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : unknown;
type OutputPart<E, K extends 'params' | 'query' | 'headers'> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : unknown;
