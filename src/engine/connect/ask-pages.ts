import { backoff } from '#core/connect/backoff.ts';
import { connectMessages } from '#core/connect/connect-messages.ts';
import type { Connector, Cursor, IncomingAnswer, OutgoingRequest, PageRead, Pull } from '#core/connect/connector.ts';
import { denied } from '#core/connect/json-answer.ts';
import { failed, ok, type Problem, problemsOf, type Result } from '#core/problem/problem.ts';
import { EngineError } from '../engine-error.ts';
import { readToken, type TokenAsk } from './access-token.ts';
import type { Permit, Send } from './outgoing.ts';
import type { Secrets } from './sealed-secrets.ts';

/** What asking takes from the world. */
export interface AskEffects {
  readonly send: Send;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  readonly chance: () => number;
}

export interface PutOff {
  readonly kind: 'put-off';
  /** Seconds that the service wants to be left alone; null where it does not say. */
  readonly seconds: number | null;
}

export type Page = Extract<PageRead, { readonly kind: 'page' }>;

const problem = problemsOf(connectMessages);

/** Whom to ask, and as whom. */
export interface AskJob {
  readonly connector: Connector;
  /** Hosts the connector may speak to with these settings. */
  readonly hosts: readonly string[];
  readonly effects: AskEffects;
  readonly secrets: Secrets;
  readonly signIn: () => Result<TokenAsk>;
  readonly signal: AbortSignal;
}

/** Asks one service for pages, one after the other: signs in, waits, tries again. [CON-05, CON-06] */
export class PageAsker {
  requests = 0;
  private token: string | undefined;
  private readonly job: AskJob;

  constructor(job: AskJob) {
    this.job = job;
  }

  /** One page; `start-over` when the service does not know the cursor any more. */
  async page(pull: Pull, cursor: Cursor | null): Promise<Result<Page | PutOff | { readonly kind: 'start-over' }>> {
    const service = this.job.connector.name.en;
    let hasSignedInAgain = false;
    for (let tries = 1; ; tries += 1) {
      this.job.signal.throwIfAborted();
      const token = await this.signedIn();
      if (!token.ok) return token;
      if (typeof token.value !== 'string') return ok(token.value);
      const read = await this.asked(this.job.connector.request(pull, cursor), token.value, answer =>
        this.job.connector.read(answer, pull, cursor),
      );
      switch (read.kind) {
        case 'page':
        case 'start-over':
          return ok(read);
        case 'refused':
          return failed([read.problem]);
        case 'sign-in':
          if (hasSignedInAgain || token.value === '') return failed([denied(service, '401')]);
          hasSignedInAgain = true;
          this.token = undefined;
          break;
        case 'wait': {
          const next = backoff(tries, read.seconds, this.job.effects.chance());
          if (next.kind === 'put-off') return read.lost ? failed([read.lost]) : ok(next);
          await this.job.effects.wait(next.seconds * 1000, this.job.signal);
          break;
        }
      }
    }
  }

  /** The token, empty where the data store takes user and password; not a text when the service asked to wait too long. */
  private async signedIn(): Promise<Result<string | PutOff>> {
    if (this.token !== undefined) return ok(this.token);
    const ask = this.job.signIn();
    if (!ask.ok) return ask;
    const { value } = ask;
    if (value.kind !== 'ask') {
      this.token = value.kind === 'token' ? value.token : '';
      return ok(this.token);
    }
    for (let tries = 1; ; tries += 1) {
      const answer = await this.sent(value.request, value.hosts);
      const read = 'lost' in answer ? ({ kind: 'wait', seconds: null } as const) : readToken(answer, this.job.connector.name.en);
      if (!('kind' in read)) {
        if (read.ok) this.token = read.value;
        return read;
      }
      const next = backoff(tries, read.seconds, this.job.effects.chance());
      if (next.kind === 'put-off') return 'lost' in answer ? failed([answer.lost]) : ok(next);
      await this.job.effects.wait(next.seconds * 1000, this.job.signal);
    }
  }

  private async asked(request: OutgoingRequest, token: string, meaning: (answer: IncomingAnswer) => PageRead): Promise<Asked> {
    const signed = token === '' ? request : { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
    const answer = await this.sent(signed, undefined);
    return 'lost' in answer ? { kind: 'wait', seconds: null, lost: answer.lost } : meaning(answer);
  }

  /** A connection that broke, or never came about, is tried again like a busy service; what is forbidden is told at once. */
  private async sent(
    request: OutgoingRequest,
    hosts: readonly string[] | undefined,
  ): Promise<IncomingAnswer | { readonly lost: Problem }> {
    this.requests += 1;
    const permit: Permit = {
      service: this.job.connector.name.en,
      hosts: hosts ?? this.job.hosts,
      secrets: this.job.secrets,
      signal: this.job.signal,
    };
    try {
      return await this.job.effects.send(request, permit);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'connect-unreached') return { lost: problemOf(error) };
      throw error;
    }
  }
}

type Asked =
  | Exclude<PageRead, { readonly kind: 'wait' }>
  | { readonly kind: 'wait'; readonly seconds: number | null; readonly lost?: Problem };

/** What the machine refused, as a line of the log. */
export function problemOf(error: EngineError): Problem {
  if (Object.hasOwn(connectMessages, error.code)) return { code: error.code, severity: 'error', at: [], params: error.params };
  return problem('connect-failed', { said: error.text.en });
}
