import { problemsOf } from '../../problem/problem.ts';
import type { Text } from '../../text/text.ts';
import { connectMessages } from '../connect-messages.ts';
import type { Connector, ConnectorId, ConnectorSettings, IncomingAnswer, OutgoingRequest, PageRead, Pull } from '../connector.ts';
import { failureOf, retryAfter } from '../json-answer.ts';
import { searchText } from '../search-text.ts';
import { sqlParts } from '../sql-query.ts';
import { rowsOfTabs } from '../tab-separated.ts';

const problem = problemsOf(connectMessages);

/** ClickHouse by its HTTP interface; the days are query parameters, the session may not write. */
export const clickhouse = database('clickhouse', 'ClickHouse', '8443', pull => {
  const { settings, from, to, secrets } = pull;
  const search = searchText({
    database: settings.database ?? '',
    default_format: 'TabSeparatedWithNames',
    // 2: nothing is written, and settings may come with the query.
    readonly: '2',
    max_execution_time: '50',
    // Without it an error in the middle would come after rows, under a status that says all is well.
    wait_end_of_query: '1',
    param_from: from,
    param_to: to,
  });
  return {
    method: 'POST',
    url: `${settings.tls === 'off' ? 'http' : 'https'}://${settings.host}:${settings.port || '8443'}/?${search}`,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-clickhouse-user': secrets.user ?? '',
      'x-clickhouse-key': secrets.password ?? '',
    },
    body: partsOf(pull)
      .map(part => ('text' in part ? part.text : `{${part.bind}:Date}`))
      .join(''),
  };
});

export const postgresql = database('postgresql', 'PostgreSQL', '5432', wireRequest('postgresql', '5432'));
export const mysql = database('mysql', 'MySQL', '3306', wireRequest('mysql', '3306'));

/** What a data store that speaks no HTTP is asked: the edge runs `body` as one read-only statement and answers with tabs. */
function wireRequest(protocol: 'postgresql' | 'mysql', usualPort: string) {
  return (pull: Pull): OutgoingRequest => {
    const { settings, from, to } = pull;
    return {
      method: 'POST',
      url: `${protocol}://${settings.host}:${settings.port || usualPort}/${encodeURIComponent(settings.database ?? '')}${settings.tls === 'off' ? '?tls=off' : ''}`,
      body: JSON.stringify({ parts: partsOf(pull), from, to }),
    };
  };
}

function partsOf({ settings }: Pull) {
  return sqlParts(settings.query ?? '') ?? [];
}

function database(id: ConnectorId, product: string, usualPort: string, request: (pull: Pull) => OutgoingRequest): Connector {
  return {
    id,
    name: { ja: product, en: product },
    fields: [
      {
        id: 'host',
        label: { ja: 'ホスト', en: 'Host' },
        hint: {
          ja: '例: db.example.co.jp（起動時に許可したもの）',
          en: 'such as db.example.com; it must be allowed where the server is started',
        },
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?$/,
      },
      {
        id: 'port',
        label: { ja: 'ポート', en: 'Port' },
        hint: { ja: `空なら ${usualPort}`, en: `${usualPort} when empty` },
        pattern: /^\d{2,5}$/,
        optional: true,
      },
      {
        id: 'database',
        label: { ja: 'データベース', en: 'Database' },
        hint: { ja: '英数字・ハイフン・下線', en: 'letters, digits, hyphens, underscores' },
        pattern: /^[\w-]{1,64}$/,
      },
      {
        id: 'tls',
        label: { ja: '暗号化（TLS）', en: 'Encryption (TLS)' },
        hint: {
          ja: '空なら必須。社内の経路で使えない場合のみ off',
          en: 'required when empty; off only where the network inside has none',
        },
        pattern: /^off$/,
        optional: true,
      },
      {
        id: 'dataset',
        label: { ja: '取込先のデータのID', en: 'Dataset to fill' },
        hint: { ja: '例: crm-orders', en: 'such as crm-orders' },
        pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
      },
      {
        id: 'query',
        label: { ja: 'クエリ', en: 'Query' },
        hint: {
          ja: 'SELECT day AS "date", … WHERE day BETWEEN :from AND :to',
          en: 'SELECT day AS "date", … WHERE day BETWEEN :from AND :to',
        },
        pattern: /^[\s\S]{10,20000}$/,
        long: true,
      },
    ],
    signIn: ['password'],
    restates: 7,
    sliceDays: 31,
    hosts: () => [],
    rows: ({ dataset }) => ({
      dataset: { kind: 'aggregate', id: dataset ?? '', name: nameOf(dataset ?? '') },
      columns: 'open',
    }),
    request,
    read: answer => tabsOf(answer, product),
  };
}

function nameOf(id: string): Text {
  return { ja: id, en: id };
}

/** ClickHouse's codes for: too many queries at once, network errors, and time-outs of sockets. */
const CLICKHOUSE_LATER = new Set(['202', '209', '210']);
/** User unknown, wrong password, authentication failed. */
const CLICKHOUSE_DENIED = new Set(['192', '193', '194', '516']);

function tabsOf(answer: IncomingAnswer, service: string): PageRead {
  if (answer.status < 300) return { kind: 'page', ...rowsOfTabs(answer.body), next: null };
  const code = answer.headers['x-clickhouse-exception-code'] ?? '';
  const said = answer.body.trim().slice(0, 300);
  if (CLICKHOUSE_LATER.has(code)) return { kind: 'wait', seconds: retryAfter(answer.headers) };
  if (CLICKHOUSE_DENIED.has(code) || answer.status === 401) {
    return { kind: 'refused', problem: problem('connect-denied', { service, said }) };
  }
  if (code !== '') return { kind: 'refused', problem: problem('connect-rejected', { service, said }) };
  return failureOf(answer, service, said) ?? { kind: 'wait', seconds: null };
}

/** Whether a query can be sent at all; checked when a connection is saved. */
export function isQuery({ query }: ConnectorSettings): boolean {
  return sqlParts(query ?? '') !== undefined;
}
