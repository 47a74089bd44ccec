import { expect, test } from 'vitest';
import { CONNECTORS } from '../all-connectors.ts';
import { answer, bodyOf, pullOf, read } from './service-case.ts';

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
