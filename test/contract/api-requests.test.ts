import { expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import type { openApi } from '#contract/openapi.ts';
import { accepted, day, openStage, problemsOf, type Stage, TOKEN } from './api-fixture.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

test('[API-04] what cannot be read is answered cleanly, and the server goes on', async () => {
  const stage = await openStage();
  const post = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) =>
    codes(stage, '/api/check', { method: 'POST', body, headers });
  expect(await post('{')).toEqual([400, 'request-json']);
  expect(await post('')).toEqual([400, 'request-json']);
  expect(await post('[]')).toEqual([400, 'request-invalid']);
  expect(await post('{"yaml": 1}')).toEqual([400, 'request-invalid']);
  expect(await post('{"yaml": "", "shet": ""}')).toEqual([400, 'request-unknown-key']);
  expect(await post('{"yaml": ""}', { 'content-type': 'text/plain' })).toEqual([415, 'request-kind']);
  expect(await post('{"yaml":"","__proto__":{"admin":true}}')).toEqual([400, 'request-unknown-key']);
  expect(await codes(stage, '/api/nothing')).toEqual([404, 'route-unknown']);
  expect(await codes(stage, '/api/plans/', {})).toEqual([404, 'route-unknown']);
  expect(await codes(stage, '/API/plans', {})).toEqual([404, 'route-unknown']);
  expect(await codes(stage, '/api/plans/a/progress?to=2026-02-30')).toEqual([400, 'request-invalid']);
  expect(await codes(stage, '/api/plans/a/progress?too=2026-02-01')).toEqual([400, 'request-unknown-key']);
  expect(await codes(stage, '/api/plans/a/progress?to=2026-02-01&to=2026-02-02')).toEqual([400, 'request-invalid']);
  expect(await codes(stage, '/api/plans/nope/progress')).toEqual([404, 'object-missing']);
  expect(await codes(stage, '/api/batches?limit=1e9')).toEqual([400, 'request-invalid']);
  const wrong = await stage.request('/api/plans', { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
  expect(accepted(await stage.ask('health')).status).toBe('ok');
});

test('[API-11] a JSON body over its limit is refused, whatever it claims to be', async () => {
  const stage = await openStage();
  const large = JSON.stringify({ yaml: 'a'.repeat(1_100_000) });
  expect(await codes(stage, '/api/check', { method: 'POST', body: large, headers: JSON_TYPE })).toEqual([
    413,
    'request-too-large',
  ]);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: controller => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(97));
    },
  });
  const init = { method: 'POST', body: endless, headers: JSON_TYPE, duplex: 'half' } as RequestInit;
  expect(await codes(stage, '/api/check', init)).toEqual([413, 'request-too-large']);
  expect(sent).toBeLessThan(2_000_000);
});

test('[API-12] pages of other sites reach nothing', async () => {
  const stage = await openStage();
  const at = (headers: Record<string, string>) =>
    codes(stage, 'http://127.0.0.1:4870/api/check', {
      method: 'POST',
      body: '{"yaml":""}',
      headers: { ...JSON_TYPE, ...headers },
    });
  expect(await codes(stage, '/api/workspace', { headers: { host: 'evil.test' } })).toEqual([403, 'host-foreign']);
  expect(await codes(stage, '/', { headers: { host: 'evil.test' } })).toEqual([403, 'host-foreign']);
  expect(await at({ host: '127.0.0.1:4870', origin: 'http://evil.test' })).toEqual([403, 'origin-foreign']);
  expect(await at({ host: '127.0.0.1:4870', origin: 'null' })).toEqual([403, 'origin-foreign']);
  expect(await at({ host: '127.0.0.1:4870', origin: 'http://127.0.0.1:9999' })).toEqual([403, 'origin-foreign']);
  expect(await at({ host: '127.0.0.1:4870', 'sec-fetch-site': 'cross-site' })).toEqual([403, 'origin-foreign']);
  expect((await at({ host: '127.0.0.1:4870', origin: 'http://127.0.0.1:4870' }))[0]).toBe(200);
  const response = await stage.request('/api/health');
  expect(response.headers.get('content-security-policy')).not.toContain("script-src 'self' 'unsafe");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('[API-06] every change has somebody known and active behind it', async () => {
  const stage = await openStage();
  const put = (headers: Record<string, string>) =>
    codes(stage, '/api/closes', {
      method: 'PUT',
      body: JSON.stringify({ source: 'all', period: '2026-10', state: 'preliminary' }),
      headers: { ...JSON_TYPE, ...headers },
    });
  expect(await put({})).toEqual([403, 'member-not-chosen']);
  expect(await put({ 'x-rashin-member': 'nobody' })).toEqual([403, 'member-unknown']);
  expect(await put({ authorization: 'Bearer wrong' })).toEqual([401, 'token-wrong']);
  expect((await put({ 'x-rashin-member': 'sales/sato' }))[0]).toBe(200);
  const closed = accepted(await stage.ask('closes', { period: '2026-10' }));
  expect(closed.current).toMatchObject([{ source: 'all', state: 'preliminary', by: 'sales/sato' }]);
  expect((await put({ authorization: `Bearer ${TOKEN}` }))[0]).toBe(200);
  const gone = { id: 'sales/sato', name: '佐藤', department: '営業', role: 'manager' as const, active: false };
  accepted(await stage.ask('putMember', { body: gone }));
  expect(await put({ 'x-rashin-member': 'sales/sato' })).toEqual([403, 'member-inactive']);
});

test('[LED-31] what was final is opened again only with a reason', async () => {
  const { ask } = await openStage();
  const step = { source: 'all', period: '2026-10' };
  accepted(await ask('putClose', { body: { ...step, state: 'final' } }));
  expect(problemsOf(await ask('putClose', { body: { ...step, state: 'open' } }))).toEqual(['close-reopen-reason']);
  accepted(await ask('putClose', { body: { ...step, state: 'open', note: '返品の計上漏れ' } }));
  expect(accepted(await ask('closes', { period: '2026-10' })).history.map(({ state }) => state)).toEqual(['final', 'open']);
});

test('[API-07] two windows: the slower one gets a conflict and changes nothing', async () => {
  const { ask } = await openStage();
  const yaml = 'rashin: 1\nplan: p\nperiod: 2026-04-01/2027-03-31\ngoals:\n  g: { target: 1, unit: count of order }\n';
  accepted(await ask('createPlan', { body: { yaml } }));
  const save = (text: string, revision: number) =>
    ask('saveDraft', { plan: 'p', body: { yaml: text, sheet: '', base: 0, revision } });
  expect(accepted(await save(`${yaml}# a\n`, 1)).draft.revision).toBe(2);
  const slower = await save(`${yaml}# b\n`, 1);
  expect(slower).toMatchObject({ kind: 'conflict', conflict: { current: { yaml: `${yaml}# a\n`, revision: 2 } } });
  const both = await Promise.all([1, 2].map(note => save(`${yaml}# ${note}\n`, 2)));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'value']);
});

test('[API-13] publishing on top of somebody else is a conflict with all three texts', async () => {
  const { ask } = await openStage();
  const yaml = (target: number) =>
    `rashin: 1\nplan: p\nperiod: 2026-04-01/2027-03-31\ngoals:\n  g: { target: ${target} by 2027-03-31, unit: count of order, owner: a/b }\n`;
  const texts = (target: number, base: number) => ({ yaml: yaml(target), sheet: '', base });
  const publish = (target: number, base: number) =>
    ask('publishPlan', { plan: 'p', body: { reason: 'r', texts: texts(target, base) } });
  accepted(await ask('createPlan', { body: { yaml: yaml(1) } }));
  expect(accepted(await publish(1, 0)).version.number).toBe(1);
  expect(accepted(await publish(1, 1)).kind).toBe('unchanged');
  expect(accepted(await publish(2, 1)).version.number).toBe(2);
  const mine = await publish(3, 1);
  if (mine.kind !== 'conflict') throw new Error(mine.kind);
  expect(mine.conflict).toMatchObject({
    base: { version: { number: 1 }, texts: { yaml: yaml(1) } },
    theirs: { version: { number: 2 }, texts: { yaml: yaml(2) } },
    mine: { yaml: yaml(3) },
  });
  const broken = await ask('publishPlan', {
    plan: 'p',
    body: { reason: '', texts: { ...texts(3, 2), yaml: `${yaml(3)}nonsense: 1\n` } },
  });
  expect(problemsOf(broken)).toContain('unknown-key');
  const restored = accepted(await ask('restorePlanVersion', { plan: 'p', version: '1', body: { revision: 0 } }));
  expect(restored.draft).toMatchObject({ yaml: yaml(1), base: 2 });
  accepted(await ask('namePlanVersion', { plan: 'p', version: '1', body: { name: { ja: '期初計画', en: 'Original' } } }));
  expect((await ask('namePlanVersion', { plan: 'p', version: '2', body: { name: { ja: '期初計画', en: 'Other' } } })).kind).toBe(
    'conflict',
  );
  expect(accepted(await ask('planVersion', { plan: 'p', version: '期初計画' })).version.number).toBe(1);
});

test('[API-03] the OpenAPI document has every operation once, and no schema that says nothing', async () => {
  const stage = await openStage();
  const response = await stage.request('/api/openapi.json');
  const document = (await response.json()) as ReturnType<typeof openApi> & {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const ids = Object.values(document.paths).flatMap(path => Object.values(path).map(({ operationId }) => operationId));
  expect(ids.toSorted()).toEqual(Object.keys(api).toSorted());
  const routes = Object.values(api).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(routes).size).toBe(routes.length);
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)) expect(text).toContain(`"${name}":{`);
  expect(text).not.toContain('"schema":{}');
});

test('[API-04] a bug shows nothing but its number', async () => {
  const stage = await openStage();
  const lines: string[] = [];
  const original = console.error;
  console.error = (line: string) => lines.push(line);
  try {
    await stage.app.warehouse.close();
    const response = await stage.request(`/api/datasets`, {});
    const body = (await response.json()) as { readonly failure?: { readonly code: string; readonly request: string } };
    expect(response.status === 200 || body.failure !== undefined).toBe(true);
    if (body.failure) expect(JSON.stringify(body)).not.toMatch(/\/tmp|at .*\.ts|SELECT/);
  } finally {
    console.error = original;
  }
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test('[API-20] a query that makes no sense says why', async () => {
  const { ask } = await openStage();
  const span = { from: day('2026-04-01'), to: day('2026-04-30') };
  expect(problemsOf(await ask('query', { metric: 'oders', ...span }))).toEqual(['query-metric-unknown']);
  expect(problemsOf(await ask('query', { metric: 'orders', ...span }))).toEqual(['metric-not-measured']);
  expect(problemsOf(await ask('query', { metric: 'orders', from: span.to, to: span.from }))).toEqual(['query-period']);
  const long = { from: day('1990-01-01'), to: day('2026-01-01'), grain: 'day' as const };
  expect(problemsOf(await ask('query', { metric: 'orders', ...long }))).toEqual(['query-too-many-periods']);
});

async function codes(stage: Stage, path: string, init: RequestInit = {}): Promise<readonly (number | string)[]> {
  const response = await stage.request(path, init);
  const body = (await response.json()) as { readonly problems?: readonly { readonly code: string; readonly message: object }[] };
  for (const { message } of body.problems ?? []) expect(Object.keys(message)).toEqual(['ja', 'en']);
  return [response.status, ...(body.problems ?? []).map(({ code }) => code)];
}
