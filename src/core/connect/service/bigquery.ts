import { z } from 'zod';
import { count, day, dimension, given, money } from '../../measure/recognise/column-definition.ts';
import type { Connector, ConnectorSettings, OutgoingRequest, PageRead } from '../connector.ts';
import { googleFailure, jsonAnswer, parsed } from '../json-answer.ts';
import { searchText } from '../search-text.ts';

const SERVICE = 'BigQuery';
const PAGE = 20_000;
const WAIT_MS = 30_000;
/** A query that would read more than this is refused by BigQuery before it costs anything: 200 GiB. */
const MOST_BILLED = String(200 * 1024 ** 3);

/** The GA4 export in BigQuery: events by day, name, source and medium, with `jobs.query` and `jobs.getQueryResults`. */
export const bigquery: Connector = {
  id: 'bigquery',
  name: { ja: 'BigQuery（GA4エクスポート）', en: 'BigQuery (GA4 export)' },
  fields: [
    {
      id: 'project',
      label: { ja: 'プロジェクトID', en: 'Project id' },
      hint: { ja: '例: my-company-analytics', en: 'such as my-company-analytics' },
      pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    },
    {
      id: 'dataset',
      label: { ja: 'データセット', en: 'Dataset' },
      hint: { ja: '例: analytics_123456789', en: 'such as analytics_123456789' },
      pattern: /^[A-Za-z0-9_]{1,100}$/,
    },
    {
      id: 'location',
      label: { ja: 'ロケーション', en: 'Location' },
      hint: { ja: '例: asia-northeast1、US（データセットと同じ場所）', en: "the dataset's own, such as asia-northeast1 or US" },
      pattern: /^[A-Za-z0-9-]{2,40}$/,
    },
  ],
  signIn: ['service-account', 'oauth'],
  scope: 'https://www.googleapis.com/auth/bigquery.readonly',
  restates: 3,
  sliceDays: 31,
  hosts: () => ['bigquery.googleapis.com'],
  rows: () => ({
    dataset: { kind: 'aggregate', id: 'ga4-export', name: { ja: 'GA4エクスポート', en: 'GA4 export' } },
    columns: [
      day('date', '日付', 'Date'),
      dimension('event-name', 'イベント名', 'Event name'),
      dimension('source', '参照元', 'Source'),
      dimension('medium', 'メディア', 'Medium'),
      count('event-count', 'イベント数', 'Event count'),
      given('users', 'ユーザー数', 'Users'),
      money('purchase-revenue-usd', '購入による収益（米ドル）', 'Purchase revenue in USD'),
    ].map(column => (column.to === 'purchase-revenue-usd' ? { ...column, currency: 'USD' } : column)),
  }),
  request: ({ settings, from, to }, cursor) => (cursor === null ? queryOf(settings, from, to) : resultsOf(settings, cursor)),
  read: (answer, _pull, cursor) => {
    if (cursor !== null && answer.status === 404) return { kind: 'start-over' };
    return googleFailure(answer, SERVICE) ?? jsonAnswer(answer, result, SERVICE, found => pageOf(found, cursor));
  },
};

/** Tables of one day each are called `events_20261101`; those that are still being filled, `events_intraday_…`, are left alone. */
function queryOf(settings: ConnectorSettings, from: string, to: string): OutgoingRequest {
  const text = (name: string, value: string) => ({
    name,
    parameterType: { type: 'STRING' },
    parameterValue: { value: value.replaceAll('-', '') },
  });
  return {
    method: 'POST',
    url: `https://bigquery.googleapis.com/bigquery/v2/projects/${settings.project}/queries`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: [
        "SELECT FORMAT_DATE('%F', PARSE_DATE('%Y%m%d', event_date)) AS date, event_name,",
        '  collected_traffic_source.manual_source AS source, collected_traffic_source.manual_medium AS medium,',
        '  COUNT(*) AS event_count, COUNT(DISTINCT user_pseudo_id) AS users,',
        '  CAST(SUM(CAST(ecommerce.purchase_revenue_in_usd AS NUMERIC)) AS STRING) AS purchase_revenue_usd',
        `FROM \`${settings.project}.${settings.dataset}.events_*\``,
        'WHERE _TABLE_SUFFIX BETWEEN @first AND @last',
        'GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4',
      ].join('\n'),
      useLegacySql: false,
      location: settings.location,
      maxResults: PAGE,
      timeoutMs: WAIT_MS,
      maximumBytesBilled: MOST_BILLED,
      parameterMode: 'NAMED',
      queryParameters: [text('first', from), text('last', to)],
    }),
  };
}

interface Place {
  readonly job: string;
  readonly location: string;
  readonly token: string;
  /** How often it was asked whether the query is done. */
  readonly asked: number;
}

const place: z.ZodType<Place> = z.object({ job: z.string(), location: z.string(), token: z.string(), asked: z.number() });

function resultsOf(settings: ConnectorSettings, cursor: string): OutgoingRequest {
  const { job, location, token } = place.parse(parsed(cursor));
  const search = searchText({
    location,
    maxResults: String(PAGE),
    timeoutMs: String(WAIT_MS),
    ...(token === '' ? {} : { pageToken: token }),
  });
  const path = `bigquery/v2/projects/${settings.project}/queries/${encodeURIComponent(job)}`;
  return { method: 'GET', url: `https://bigquery.googleapis.com/${path}?${search}` };
}

const result = z.object({
  jobComplete: z.boolean(),
  jobReference: z.object({ jobId: z.string(), location: z.string().default('') }),
  pageToken: z.string().default(''),
  rows: z.array(z.object({ f: z.array(z.object({ v: z.string().nullable() })) })).default([]),
});

function pageOf({ jobComplete, jobReference, pageToken, rows }: z.output<typeof result>, cursor: string | null): PageRead {
  const before = cursor === null ? undefined : place.parse(parsed(cursor));
  const at: Place = {
    job: jobReference.jobId,
    location: jobReference.location,
    token: pageToken,
    asked: jobComplete ? 0 : (before?.asked ?? 0) + 1,
  };
  const isMore = !jobComplete || pageToken !== '';
  return {
    kind: 'page',
    rows: jobComplete ? rows.map(({ f }) => f.map(({ v }) => v ?? '')) : [],
    next: isMore ? JSON.stringify(at) : null,
  };
}
