import { expect, test } from 'vitest';
import { CONNECTORS } from '../all-connectors.ts';
import { answer, bodyOf, pullOf, read } from './service-case.ts';

// https://developers.hubspot.com/docs/api-reference/search/guide
// https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
test('[CON-04] HubSpot: search by the day of creation in the zone, pages by id; a daily limit is put off', () => {
  const settings = { object: 'contacts' };
  expect(bodyOf('hubspot', pullOf(settings), '512')).toEqual({
    filterGroups: [
      {
        filters: [
          { propertyName: 'createdate', operator: 'GTE', value: String(Date.parse('2026-10-31T15:00:00Z')) },
          { propertyName: 'createdate', operator: 'LT', value: String(Date.parse('2026-11-02T15:00:00Z')) },
          { propertyName: 'hs_object_id', operator: 'GT', value: '512' },
        ],
      },
    ],
    sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
    properties: ['hs_object_id', 'createdate', 'lifecyclestage', 'hs_lead_status', 'hs_analytics_source'],
    limit: 200,
  });
  const result = (id: string) => ({
    id,
    properties: {
      createdate: '2026-11-01T01:02:03.004Z',
      lifecyclestage: 'lead',
      hs_lead_status: null,
      hs_analytics_source: 'PAID_SEARCH',
    },
    createdAt: 'x',
    archived: false,
  });
  expect(read('hubspot', answer(200, { total: 1, results: [result('7')] }), settings)).toMatchObject({
    rows: [['7', '2026-11-01T01:02:03.004Z', 'lead', '', 'PAID_SEARCH']],
    next: null,
  });
  expect(
    read('hubspot', answer(200, { total: 300, results: Array.from({ length: 200 }, (_, i) => result(String(i + 1))) }), settings),
  ).toMatchObject({ next: '200' });
  const limited = (policyName: string) =>
    answer(429, { status: 'error', message: 'You have reached your limit.', errorType: 'RATE_LIMIT', policyName });
  expect(read('hubspot', limited('SECONDLY'))).toEqual({ kind: 'wait', seconds: null });
  expect(read('hubspot', limited('DAILY'))).toEqual({ kind: 'wait', seconds: 3_600 });
  expect(read('hubspot', answer(401, { status: 'error', category: 'INVALID_AUTHENTICATION' }))).toEqual({ kind: 'sign-in' });
  expect(read('hubspot', answer(403, { status: 'error', message: 'missing scopes', category: 'MISSING_SCOPES' }))).toMatchObject({
    code: 'connect-forbidden',
    said: 'missing scopes',
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
test('[CON-04] Salesforce: SOQL with moments, then the addresses it gives; an old locator starts over, the daily limit is put off', () => {
  const settings = { instance: 'example.my.salesforce.com', object: 'Opportunity' };
  const request = CONNECTORS.salesforce.request(pullOf(settings), null);
  const { pathname, searchParams } = new URL(request.url);
  expect(pathname).toBe('/services/data/v62.0/query');
  expect(searchParams.get('q')).toBe(
    'SELECT Id, CreatedDate, StageName, Type, LeadSource, Amount, CloseDate, IsWon, IsClosed FROM Opportunity WHERE CreatedDate >= 2026-10-31T15:00:00.000Z AND CreatedDate < 2026-11-02T15:00:00.000Z ORDER BY Id',
  );
  const next = '/services/data/v62.0/query/01gD0000002HU6KIAW-2000';
  expect(CONNECTORS.salesforce.request(pullOf(settings), next).url).toBe(`https://example.my.salesforce.com${next}`);
  const record = {
    attributes: { type: 'Opportunity', url: '/x' },
    Id: '006',
    CreatedDate: '2026-11-01T00:00:00.000+0000',
    StageName: '提案',
    Type: null,
    LeadSource: 'Web',
    Amount: 1200000.5,
    CloseDate: '2026-12-24',
    IsWon: false,
    IsClosed: false,
  };
  expect(
    read('salesforce', answer(200, { totalSize: 2001, done: false, nextRecordsUrl: next, records: [record] }), settings),
  ).toEqual({
    kind: 'page',
    rows: [['006', '2026-11-01T00:00:00.000+0000', '提案', '', 'Web', '1200000.5', '2026-12-24', 'false', 'false']],
    next,
  });
  expect(read('salesforce', answer(200, { totalSize: 0, done: true, records: [] }), settings)).toMatchObject({
    rows: [],
    next: null,
  });
  expect(
    read('salesforce', answer(200, { done: false, nextRecordsUrl: 'https://evil.example/x', records: [] }), settings),
  ).toMatchObject({ code: 'connect-unreadable' });
  const error = (status: number, errorCode: string) => answer(status, [{ message: 'm', errorCode }]);
  expect(read('salesforce', error(401, 'INVALID_SESSION_ID'), settings)).toEqual({ kind: 'sign-in' });
  expect(read('salesforce', error(403, 'REQUEST_LIMIT_EXCEEDED'), settings)).toEqual({ kind: 'wait', seconds: 3_600 });
  expect(read('salesforce', error(400, 'INVALID_QUERY_LOCATOR'), settings, next)).toEqual({ kind: 'start-over' });
  expect(read('salesforce', error(400, 'INVALID_FIELD'), settings)).toMatchObject({ code: 'connect-rejected' });
});

// https://developers.facebook.com/docs/marketing-api/insights
// https://developers.facebook.com/documentation/ads-commerce/marketing-api/insights/error-codes
test('[CON-04] Meta: insights by day; only `next` says that a page follows; the header tells when to ask again', () => {
  const settings = { account: '1234567890' };
  const url = new URL(CONNECTORS['meta-ads'].request(pullOf(settings), 'MTAx').url);
  expect(url.origin + url.pathname).toBe('https://graph.facebook.com/v25.0/act_1234567890/insights');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    level: 'campaign',
    time_increment: '1',
    time_range: '{"since":"2026-11-01","until":"2026-11-02"}',
    after: 'MTAx',
  });
  const row = {
    campaign_id: '1',
    campaign_name: '秋',
    account_currency: 'JPY',
    impressions: '10',
    clicks: '2',
    spend: '99.5',
    reach: '8',
    date_start: '2026-11-01',
    date_stop: '2026-11-01',
  };
  const cursors = { before: 'MAZDZD', after: 'MjQZD' };
  expect(read('meta-ads', answer(200, { data: [row], paging: { cursors, next: 'https://graph.facebook.com/…' } }))).toMatchObject(
    {
      rows: [['2026-11-01', '1', '秋', 'JPY', '10', '2', '0', '8', '99.5']],
      next: 'MjQZD',
    },
  );
  expect(read('meta-ads', answer(200, { data: [row], paging: { cursors } }))).toMatchObject({ next: null });
  const error = (code: number, headers = {}) =>
    answer(400, { error: { message: 'm', type: 'OAuthException', code, error_subcode: 1, fbtrace_id: 'x' } }, headers);
  const usage = {
    'x-business-use-case-usage': '{"1":[{"type":"ads_insights","call_count":100,"estimated_time_to_regain_access":19}]}',
  };
  expect(read('meta-ads', error(80_000, usage))).toEqual({ kind: 'wait', seconds: 1_140 });
  for (const code of [4, 17, 613, 1, 2])
    expect(read('meta-ads', error(code)), String(code)).toEqual({ kind: 'wait', seconds: null });
  expect(read('meta-ads', error(190))).toEqual({ kind: 'sign-in' });
  expect(read('meta-ads', error(200))).toMatchObject({ code: 'connect-forbidden' });
  expect(read('meta-ads', error(100))).toMatchObject({ code: 'connect-rejected' });
});

// https://clickhouse.com/docs/interfaces/http
test('[CON-12] ClickHouse: the days are query parameters, nothing is written, tabs are read back', () => {
  const settings = {
    host: 'ch.example.jp',
    database: 'shop',
    dataset: 'orders',
    query: 'SELECT day, n FROM t WHERE day BETWEEN :from AND :to',
  };
  const request = CONNECTORS.clickhouse.request(pullOf(settings, { user: 'u', password: 'p' }), null);
  expect(request.body).toBe('SELECT day, n FROM t WHERE day BETWEEN {from:Date} AND {to:Date}');
  expect(new URL(request.url).searchParams.get('param_from')).toBe('2026-11-01');
  expect(new URL(request.url).searchParams.get('readonly')).toBe('2');
  expect(request.headers).toMatchObject({ 'x-clickhouse-user': 'u', 'x-clickhouse-key': 'p' });
  expect(read('clickhouse', answer(200, 'day\tname\n2026-11-01\ta\\tb\\\\c\n2026-11-02\t\\N\n'))).toMatchObject({
    headings: ['day', 'name'],
    rows: [
      ['2026-11-01', 'a\tb\\c'],
      ['2026-11-02', ''],
    ],
  });
  const failed = (code: string) => answer(500, `Code: ${code}. DB::Exception: why`, { 'x-clickhouse-exception-code': code });
  expect(read('clickhouse', failed('202'))).toEqual({ kind: 'wait', seconds: null });
  expect(read('clickhouse', failed('516'))).toMatchObject({ code: 'connect-denied' });
  expect(read('clickhouse', failed('60'))).toMatchObject({ code: 'connect-rejected' });
});
