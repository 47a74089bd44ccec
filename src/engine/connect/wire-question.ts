import { z } from 'zod';
import type { SqlPart } from '#core/connect/sql-query.ts';
import { connectFailure } from './connect-failure.ts';
import { OUTGOING_LIMITS } from './outgoing-limits.ts';

/** A statement for a data store that speaks no HTTP. */
export interface WireCall {
  readonly url: URL;
  /** The address that was checked; connected to instead of asking for the name again. */
  readonly address: string;
  /** What is to be run, as `wireQuestion` reads it. */
  readonly body: string;
  readonly service: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface WireQuestion {
  readonly parts: readonly SqlPart[];
  readonly from: string;
  readonly to: string;
}

const question: z.ZodType<WireQuestion> = z.object({
  parts: z.array(z.union([z.object({ text: z.string() }), z.object({ bind: z.enum(['from', 'to']) })])),
  from: z.string(),
  to: z.string(),
});

export function wireQuestion({ body }: Pick<WireCall, 'body'>): WireQuestion {
  return question.parse(JSON.parse(body));
}

/** Text that is collected up to the limit of an answer. */
export class BoundedText {
  private readonly service: string;
  private text = '';

  constructor(service: string) {
    this.service = service;
  }

  add(piece: string): void {
    this.text += piece;
    if (this.text.length > OUTGOING_LIMITS.bytes)
      throw connectFailure('connect-too-large', { service: this.service, limit: '64 MB' });
  }

  get whole(): string {
    return this.text;
  }
}
