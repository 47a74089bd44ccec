import { expect, test } from 'vitest';
import { type Day, parseDay } from '../../calendar/day.ts';
import { CONNECTORS } from '../all-connectors.ts';
import type { ConnectorId, ConnectorSettings, IncomingAnswer, Pull } from '../connector.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

function pullOf(settings: ConnectorSettings, secrets: Readonly<Record<string, string>> = {}): Pull {
  return { settings, from: day('2026-11-01'), to: day('2026-11-02'), zone: 'Asia/Tokyo', secrets };
}

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): IncomingAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function bodyOf(id: ConnectorId, pull: Pull, cursor: string | null = null): unknown {
  return JSON.parse(CONNECTORS[id].request(pull, cursor).body ?? 'null');
}

function read(id: ConnectorId, given: IncomingAnswer, settings: ConnectorSettings = {}, cursor: string | null = null) {
  const found = CONNECTORS[id].read(given, pullOf(settings), cursor);
  return found.kind === 'refused' ? { kind: found.kind, code: found.problem.code, said: found.problem.params.said } : found;
}

// https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport
test('[CON-04] GA4: runReport by offset and limit; the date is written with hyphens; rowCount says when it ends', () => {
  const settings = { property: '123456789', dimensions: 'sessionDefaultChannelGroup', metrics: 'sessions, totalUsers' };
  const request = CONNECTORS.ga4.request(pullOf(settings), '100000');
  expect(request).toMatchObject({
    method: 'POST',
    url: 'https://analyticsdata.googleapis.com/v1beta/properties/123456789:runReport',
  });
  expect(bodyOf('ga4', pullOf(settings), '100000')).toEqual({
    dateRanges: [{ startDate: '2026-11-01', endDate: '2026-11-02' }],
    dimensions: [{ name: 'date' }, { name: 'sessionDefaultChannelGroup' }],
    metrics: [{ name: 'sessions' }, { name: 'totalUsers' }],
    offset: '100000',
    limit: '100000',
    keepEmptyRows: false,
  });
  const page = {
    dimensionHeaders: [{ name: 'date' }, { name: 'sessionDefaultChannelGroup' }],
    metricHeaders: [
      { name: 'sessions', type: 'TYPE_INTEGER' },
      { name: 'totalUsers', type: 'TYPE_INTEGER' },
    ],
    rows: [
      {
        dimensionValues: [{ value: '20261101' }, { value: 'Organic Search' }],
        metricValues: [{ value: '1242' }, { value: '900' }],
      },
    ],
    rowCount: 2,
    metadata: { currencyCode: 'JPY', timeZone: 'Asia/Tokyo' },
    kind: 'analyticsData#runReport',
  };
  expect(read('ga4', answer(200, page), settings)).toMatchObject({
    kind: 'page',
    rows: [['2026-11-01', 'Organic Search', '1242', '900']],
    next: '1',
    notes: [],
  });
  expect(read('ga4', answer(200, page), settings, '1')).toMatchObject({ next: null });
  expect(read('ga4', answer(200, { kind: 'analyticsData#runReport' }), settings)).toMatchObject({
    kind: 'page',
    rows: [],
    next: null,
  });
  const sampled = {
    ...page,
    metadata: {
      samplingMetadatas: [{ samplesReadCount: '1', samplingSpaceSize: '2' }],
      dataLossFromOtherRow: true,
      subjectToThresholding: true,
    },
  };
  expect(read('ga4', answer(200, sampled), settings)).toMatchObject({
    notes: [{ code: 'connect-sampled' }, { code: 'connect-other-row' }, { code: 'connect-thresholded' }],
  });
});

// https://developers.google.com/analytics/devguides/reporting/data/v1/quotas
// https://cloud.google.com/apis/design/errors
test('[CON-05] Google: an exhausted quota waits, as long as RetryInfo says; a missing right and a wrong field are told in its words', () => {
  const error = (code: number, status: string, message: string, details: unknown[] = []) =>
    answer(code, { error: { code, status, message, details } });
  expect(read('ga4', error(429, 'RESOURCE_EXHAUSTED', 'Exhausted property tokens per hour.'))).toEqual({
    kind: 'wait',
    seconds: null,
  });
  const retry = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '12.2s' }];
  expect(read('ga4', error(429, 'RESOURCE_EXHAUSTED', '', retry))).toEqual({ kind: 'wait', seconds: 13 });
  expect(read('ga4', error(503, 'UNAVAILABLE', ''))).toEqual({ kind: 'wait', seconds: null });
  expect(read('ga4', error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'))).toEqual({
    kind: 'sign-in',
  });
  expect(read('ga4', error(403, 'PERMISSION_DENIED', 'User does not have sufficient permissions for this property.'))).toEqual({
    kind: 'refused',
    code: 'connect-forbidden',
    said: 'User does not have sufficient permissions for this property.',
  });
  expect(read('ga4', error(400, 'INVALID_ARGUMENT', 'Did you mean country?'))).toMatchObject({
    code: 'connect-rejected',
    said: 'Did you mean country?',
  });
  expect(read('ga4', answer(502, '<html>Bad Gateway'))).toEqual({ kind: 'wait', seconds: null });
  expect(read('ga4', answer(200, '<html>'))).toMatchObject({ code: 'connect-unreadable' });
  expect(
    read('ga4', answer(403, { error: { errors: [{ reason: 'userRateLimitExceeded' }], message: '' } }, { 'retry-after': '7' })),
  ).toEqual({ kind: 'wait', seconds: 7 });
});

// https://developers.google.com/webmaster-tools/v1/searchanalytics/query
test('[CON-04] Search Console: searchAnalytics.query by startRow; a page that is not full is the last', () => {
  const settings = { site: 'https://www.example.com/', dimensions: 'query' };
  const request = CONNECTORS['search-console'].request(pullOf(settings), '25000');
  expect(request.url).toBe(
    'https://www.googleapis.com/webmasters/v3/sites/https%3A%2F%2Fwww.example.com%2F/searchAnalytics/query',
  );
  expect(bodyOf('search-console', pullOf(settings), '25000')).toEqual({
    startDate: '2026-11-01',
    endDate: '2026-11-02',
    dimensions: ['date', 'query'],
    type: 'web',
    dataState: 'final',
    rowLimit: 25_000,
    startRow: 25_000,
  });
  const row = { keys: ['2026-11-01', '羅針盤 kpi'], clicks: 3, impressions: 120, ctr: 0.025, position: 4.333333333333333 };
  expect(read('search-console', answer(200, { rows: [row], responseAggregationType: 'byProperty' }), settings)).toMatchObject({
    rows: [['2026-11-01', '羅針盤 kpi', '3', '120', '0.025', '4.333333333']],
    next: null,
  });
  expect(
    read('search-console', answer(200, { rows: Array.from({ length: 25_000 }, () => row) }), settings, '25000'),
  ).toMatchObject({ next: '50000' });
  expect(read('search-console', answer(200, {}), settings)).toMatchObject({ rows: [], next: null });
});

// https://developers.google.com/google-ads/api/rest/common/search
// https://developers.google.com/google-ads/api/docs/common-errors
test('[CON-04] Google Ads: search by pageToken; micros become currency; quota details say how long to wait', () => {
  const settings = { customer: '123-456-7890', 'login-customer': '111-222-3333' };
  const request = CONNECTORS['google-ads'].request(
    pullOf(settings, { 'developer-token': 'dev' }),
    'CPii5aS87vfFTBAKGJvk36qpLiIWUW5SZk8',
  );
  expect(request.url).toBe('https://googleads.googleapis.com/v26/customers/1234567890/googleAds:search');
  expect(request.headers).toMatchObject({ 'developer-token': 'dev', 'login-customer-id': '1112223333' });
  expect(JSON.parse(request.body ?? '')).toEqual({
    query: expect.stringContaining("WHERE segments.date BETWEEN '2026-11-01' AND '2026-11-02'"),
    pageToken: 'CPii5aS87vfFTBAKGJvk36qpLiIWUW5SZk8',
  });
  const row = {
    customer: { resourceName: 'customers/1234567890', currencyCode: 'JPY' },
    campaign: { resourceName: 'customers/1234567890/campaigns/1', id: '1', name: '指名', advertisingChannelType: 'SEARCH' },
    metrics: { impressions: '120', costMicros: '1234560001', conversions: 2.5, conversionsValue: 0 },
    segments: { date: '2026-11-01' },
  };
  expect(read('google-ads', answer(200, { results: [row], nextPageToken: 'next' }))).toMatchObject({
    rows: [['2026-11-01', '1', '指名', 'SEARCH', 'JPY', '120', '0', '1234.560001', '2.5', '0']],
    next: 'next',
  });
  expect(read('google-ads', answer(200, {}))).toMatchObject({ rows: [], next: null });
  const failure = (status: number, errorCode: object, more: object = {}) =>
    answer(status, {
      error: {
        code: status,
        message: 'Request contains an invalid argument.',
        status: 'INVALID_ARGUMENT',
        details: [{ errors: [{ errorCode, message: 'why', ...more }] }],
      },
    });
  const quota = { details: { quotaErrorDetails: { rateScope: 'DEVELOPER', retryDelay: '30s' } } };
  expect(read('google-ads', failure(429, { quotaError: 'RESOURCE_EXHAUSTED' }, quota))).toEqual({ kind: 'wait', seconds: 30 });
  expect(read('google-ads', failure(403, { authorizationError: 'USER_PERMISSION_DENIED' }))).toMatchObject({
    code: 'connect-forbidden',
    said: 'Request contains an invalid argument. / why',
  });
  expect(read('google-ads', failure(400, { requestError: 'EXPIRED_PAGE_TOKEN' }), settings, 'old')).toEqual({
    kind: 'start-over',
  });
  expect(read('google-ads', failure(400, { queryError: 'UNRECOGNIZED_FIELD' }), settings, 'old')).toMatchObject({
    code: 'connect-rejected',
  });
});

// https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query
// https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/getQueryResults
test('[CON-04] BigQuery: days are bound parameters; a query that runs on is asked for again; pages go by token', () => {
  const settings = { project: 'my-project', dataset: 'analytics_123', location: 'asia-northeast1' };
  const first = bodyOf('bigquery', pullOf(settings));
  expect(first).toMatchObject({
    useLegacySql: false,
    parameterMode: 'NAMED',
    location: 'asia-northeast1',
    queryParameters: [
      { name: 'first', parameterType: { type: 'STRING' }, parameterValue: { value: '20261101' } },
      { name: 'last', parameterType: { type: 'STRING' }, parameterValue: { value: '20261102' } },
    ],
  });
  expect(JSON.stringify(first)).toContain('`my-project.analytics_123.events_*`');
  const reference = { projectId: 'my-project', jobId: 'job_1', location: 'asia-northeast1' };
  const waiting = read(
    'bigquery',
    answer(200, { kind: 'bigquery#queryResponse', jobReference: reference, jobComplete: false }),
    settings,
  );
  expect(waiting).toMatchObject({ kind: 'page', rows: [] });
  const cursor = waiting.kind === 'page' ? waiting.next : null;
  const again = CONNECTORS.bigquery.request(pullOf(settings), cursor);
  expect(again).toEqual({
    method: 'GET',
    url: 'https://bigquery.googleapis.com/bigquery/v2/projects/my-project/queries/job_1?location=asia-northeast1&maxResults=20000&timeoutMs=30000',
  });
  const still = read('bigquery', answer(200, { jobReference: reference, jobComplete: false }), settings, cursor);
  expect(still.kind === 'page' && still.next).not.toBe(cursor);
  const rows = [{ f: ['2026-11-01', 'purchase', null, 'cpc', '12', '9', '1200.5'].map(v => ({ v })) }];
  const page = read(
    'bigquery',
    answer(200, { jobReference: reference, jobComplete: true, totalRows: '2', pageToken: 'T', rows }),
    settings,
    cursor,
  );
  expect(page).toMatchObject({ rows: [['2026-11-01', 'purchase', '', 'cpc', '12', '9', '1200.5']] });
  expect(CONNECTORS.bigquery.request(pullOf(settings), page.kind === 'page' ? page.next : null).url).toContain('&pageToken=T');
  expect(read('bigquery', answer(200, { jobReference: reference, jobComplete: true, rows }), settings, cursor)).toMatchObject({
    next: null,
  });
  expect(read('bigquery', answer(404, {}), settings, cursor)).toEqual({ kind: 'start-over' });
  // https://cloud.google.com/bigquery/docs/error-messages
  const error = (status: number, reason: string) =>
    answer(status, { error: { code: status, message: reason, errors: [{ reason, domain: 'global', message: reason }] } });
  expect(read('bigquery', error(403, 'quotaExceeded'), settings)).toEqual({ kind: 'wait', seconds: null });
  expect(read('bigquery', error(403, 'accessDenied'), settings)).toMatchObject({ code: 'connect-forbidden' });
  expect(read('bigquery', error(404, 'notFound'), settings)).toMatchObject({ code: 'connect-not-found' });
});

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/get
test('[CON-04] Google Sheets: the first row has the headings; cells that are left off at the end are empty', () => {
  const settings = { spreadsheet: '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms', range: "'月次 実績'!A1:C" };
  expect(CONNECTORS['google-sheets'].request(pullOf(settings), null).url).toBe(
    'https://sheets.googleapis.com/v4/spreadsheets/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/values/' +
      "'%E6%9C%88%E6%AC%A1%20%E5%AE%9F%E7%B8%BE'!A1%3AC?majorDimension=ROWS&valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING",
  );
  const values = [['日付', '店舗', '売上'], ['2026-11-01', '新宿', 1200.5], ['2026-11-02', '渋谷'], [], ['2026-11-03', '', true]];
  expect(read('google-sheets', answer(200, { range: 'x', majorDimension: 'ROWS', values }))).toEqual({
    kind: 'page',
    headings: ['日付', '店舗', '売上'],
    rows: [
      ['2026-11-01', '新宿', '1200.5'],
      ['2026-11-02', '渋谷', ''],
      ['2026-11-03', '', 'true'],
    ],
    next: null,
  });
  expect(
    read('google-sheets', answer(400, { error: { code: 400, message: 'Unable to parse range: x', status: 'INVALID_ARGUMENT' } })),
  ).toMatchObject({ code: 'connect-rejected' });
});

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
