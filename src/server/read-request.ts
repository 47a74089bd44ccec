import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { failed, ok, type Problem, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { requestProblem } from './request-messages.ts';

/** Reads path parameters, query and headers as the endpoint declares them; flat, as handlers receive them. [API-04] */
export function readParameters(
  endpoint: Endpoint,
  path: Readonly<Record<string, string>>,
  search: URLSearchParams,
  sent: Headers,
): Result<Readonly<Record<string, unknown>>> {
  const params = parsed(endpoint.params ?? NOTHING, path);
  const query = parsed(endpoint.query ?? NOTHING, queryOf(endpoint.query, search));
  const headers = parsed(endpoint.headers ?? NOTHING, headersOf(endpoint.headers, sent));
  const problems = [...params.problems, ...query.problems, ...headers.problems];
  return params.ok && query.ok && headers.ok ? ok({ ...params.value, ...query.value, ...headers.value }) : failed(problems);
}

/** Of a content type its parameters (`charset=utf-8`) are left out. */
function headersOf(schema: z.ZodObject | undefined, sent: Headers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(schema?.shape ?? {}).flatMap(name => {
      const text = sent.get(name);
      if (text === null) return [];
      return [[name, name === 'content-type' ? text.split(';')[0]?.trim().toLowerCase() : text]];
    }),
  );
}

/** Reads a JSON body. */
export function readJson(schema: z.ZodType, text: string): Result<unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const detail = text.trim() === '' ? 'empty' : error instanceof SyntaxError ? placeOf(error.message) : '';
    return failed([requestProblem('request-json', { detail })]);
  }
  return parsed(schema, data);
}

const NOTHING = z.strictObject({});

/** A parameter that may be repeated is a list; any other is its only value. A second value makes it a list, which is then refused. */
function queryOf(schema: z.ZodObject | undefined, search: URLSearchParams): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = Object.create(null);
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const field = Object.hasOwn(schema?.shape ?? {}, name) ? schema?.shape[name] : undefined;
    found[name] = values.length > 1 || (field && isList(field)) ? values : values[0];
  }
  return { ...found };
}

function isList(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodArray) return true;
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault || schema instanceof z.ZodExactOptional) {
    return isList(schema.unwrap());
  }
  return false;
}

function parsed<T>(schema: z.ZodType<T>, data: unknown): Result<T> {
  const read = schema.safeParse(data);
  if (read.success) return ok(read.data);
  return failed(read.error.issues.slice(0, MOST_PROBLEMS).flatMap(issue => problemsOf(issue, schema)));
}

const MOST_PROBLEMS = 20;

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Problem[] {
  const at = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject && at.length === 0 ? Object.keys(schema.shape) : [];
    return issue.keys.map(key => {
      const shown = key.slice(0, 100);
      return requestProblem('request-unknown-key', { key: shown, ...suggestion(shown, known) }, { at: [...at, shown] });
    });
  }
  const place = at.length === 0 ? '(body)' : at.join('.');
  return [requestProblem('request-invalid', { place: place.slice(0, 200), expected: expectedBy(issue) }, { at })];
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? (issue.pattern ?? issue.format) : issue.format;
    case 'custom':
      return 'YYYY-MM-DD';
    default:
      return issue.message;
  }
}

/** Where the JSON stops making sense; the rest of the message repeats what was sent. */
function placeOf(message: string): string {
  return /position \d+/.exec(message)?.[0] ?? /end of (?:JSON )?(?:input|data)/i.exec(message)?.[0] ?? 'syntax';
}
