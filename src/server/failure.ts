import type { WireFailure } from '#contract/problem.ts';
import { EngineError } from '#engine/engine-error.ts';

const FULL = new Set(['disk-full', 'warehouse-full', 'ingest-disk-full']);
const LATE = new Set(['warehouse-deadline']);

/** What is told of something that was thrown. Of a bug only the request's id: the log has the rest. [API-04] */
export function failureOf(
  error: unknown,
  request: string,
): { readonly status: 500 | 503 | 504 | 507; readonly failure: WireFailure } {
  if (error instanceof EngineError) {
    const status = FULL.has(error.code) ? 507 : LATE.has(error.code) ? 504 : 503;
    return { status, failure: { code: error.code, message: error.text, request } };
  }
  const message = {
    ja: `Rashinの不具合です。ログの番号 ${request} を添えてお知らせください。`,
    en: `This is a bug of Rashin's. Please report it with the log's number ${request}.`,
  };
  return { status: 500, failure: { code: 'internal', message, request } };
}

/** One line of JSON, whatever the values hold. */
export function logLine(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(fields, (_, found: unknown) =>
    found instanceof Error ? { name: found.name, message: found.message, stack: found.stack, cause: found.cause } : found,
  );
}
