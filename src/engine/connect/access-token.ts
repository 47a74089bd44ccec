import { createPrivateKey, sign } from 'node:crypto';
import { z } from 'zod';
import { connectMessages } from '#core/connect/connect-messages.ts';
import type { Connection } from '#core/connect/connection.ts';
import type { Connector, IncomingAnswer, OutgoingRequest } from '#core/connect/connector.ts';
import { denied, failureOf, parsed } from '#core/connect/json-answer.ts';
import { failed, ok, problemsOf, type Result } from '#core/problem/problem.ts';
import type { Secrets } from './sealed-secrets.ts';

const problem = problemsOf(connectMessages);

const GOOGLE_TOKENS = 'https://oauth2.googleapis.com/token';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const HOUR_SECONDS = 3_600;

/** How an access token is asked for; `token`: there is nothing to ask, the secret is it; `none`: the data store takes user and password. */
export type TokenAsk =
  | { readonly kind: 'ask'; readonly request: OutgoingRequest; readonly hosts: readonly string[] }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none' };

/** What is to be sent to sign in. `now`: milliseconds since 1970. [CON-06] */
export function tokenAsk(connection: Connection, connector: Connector, secrets: Secrets, now: number): Result<TokenAsk> {
  switch (connection.signIn) {
    case 'password':
      return ok({ kind: 'none' });
    case 'token':
      return ok({ kind: 'token', token: secrets.token ?? '' });
    case 'oauth': {
      const url = connector.id === 'salesforce' ? `https://${connection.settings.instance}/services/oauth2/token` : GOOGLE_TOKENS;
      return ok(
        form(url, {
          grant_type: 'refresh_token',
          client_id: secrets['client-id'] ?? '',
          client_secret: secrets['client-secret'] ?? '',
          refresh_token: secrets['refresh-token'] ?? '',
        }),
      );
    }
    case 'service-account': {
      const key = serviceAccount.safeParse(parsed(secrets.key ?? ''));
      const assertion = key.success ? assertionOf(key.data, connector.scope ?? '', now) : undefined;
      if (assertion === undefined) return failed([problem('connect-secret-form', {}, { at: ['secrets', 'key'] })]);
      return ok(form(GOOGLE_TOKENS, { grant_type: JWT_BEARER, assertion }));
    }
  }
}

const serviceAccount = z.object({
  client_email: z.string().min(3),
  private_key: z.string().min(100),
  private_key_id: z.string().default(''),
});

/** Whether a text is the JSON key of a service account; what stands in it is not told. */
export function isServiceAccount(text: string): boolean {
  const key = serviceAccount.safeParse(parsed(text));
  return key.success && assertionOf(key.data, '', 0) !== undefined;
}

/** A JWT signed with RS256 that a service account signs in with; undefined when its key is none. */
function assertionOf(
  { client_email, private_key, private_key_id }: z.output<typeof serviceAccount>,
  scope: string,
  now: number,
): string | undefined {
  const seconds = Math.floor(now / 1000);
  const header = { alg: 'RS256', typ: 'JWT', ...(private_key_id === '' ? {} : { kid: private_key_id }) };
  const claims = { iss: client_email, scope, aud: GOOGLE_TOKENS, iat: seconds, exp: seconds + HOUR_SECONDS };
  const text = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  try {
    const signature = sign('RSA-SHA256', Buffer.from(text), createPrivateKey(private_key));
    return `${text}.${signature.toString('base64url')}`;
  } catch {
    return undefined;
  }
}

function form(url: string, fields: Readonly<Record<string, string>>): TokenAsk {
  return {
    kind: 'ask',
    hosts: [new URL(url).hostname],
    request: {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    },
  };
}

const granted = z.object({ access_token: z.string().min(1) });
const refused = z.object({ error: z.string().default(''), error_description: z.string().default('') });

/** The token in an answer; `wait`: ask again later. */
export function readToken(
  answer: IncomingAnswer,
  service: string,
): Result<string> | { readonly kind: 'wait'; readonly seconds: number | null } {
  const body = parsed(answer.body);
  const token = granted.safeParse(body);
  if (answer.status < 300 && token.success) return ok(token.data.access_token);
  const failure = failureOf(answer, service, '');
  if (failure?.kind === 'wait') return failure;
  const { error = '', error_description: said = '' } = refused.safeParse(body).data ?? {};
  return failed([denied(service, [error, said].filter(text => text !== '').join(': ') || String(answer.status))]);
}
