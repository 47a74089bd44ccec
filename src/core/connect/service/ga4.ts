import { z } from 'zod';
import { amount, count, day, dimension, given, money } from '../../measure/recognise/column-definition.ts';
import type { PresetColumn } from '../../measure/recognise/preset.ts';
import { problemsOf } from '../../problem/problem.ts';
import { connectMessages } from '../connect-messages.ts';
import type { Connector, ConnectorSettings, PageRead } from '../connector.ts';
import { googleFailure, jsonAnswer } from '../json-answer.ts';

const SERVICE = 'Google Analytics';
const PAGE = 100_000;
const problem = problemsOf(connectMessages);

/** Dimensions and metrics of the Data API that can be asked for, and the columns they become; the date is always there. */
const DIMENSIONS: Readonly<Record<string, PresetColumn>> = {
  sessionDefaultChannelGroup: dimension('session-channel-group', 'チャネルグループ', 'Channel group'),
  sessionSource: dimension('session-source', '参照元', 'Source'),
  sessionMedium: dimension('session-medium', 'メディア', 'Medium'),
  sessionCampaignName: dimension('session-campaign', 'キャンペーン', 'Campaign'),
  landingPage: dimension('landing-page', 'ランディングページ', 'Landing page'),
  pagePath: dimension('page-path', 'ページ', 'Page'),
  deviceCategory: dimension('device-category', 'デバイス', 'Device'),
  country: dimension('country', '国', 'Country'),
  eventName: dimension('event-name', 'イベント名', 'Event name'),
};

const METRICS: Readonly<Record<string, PresetColumn>> = {
  sessions: count('sessions', 'セッション', 'Sessions'),
  engagedSessions: count('engaged-sessions', 'エンゲージのあったセッション', 'Engaged sessions'),
  totalUsers: given('total-users', '総ユーザー数', 'Total users'),
  activeUsers: given('active-users', 'アクティブユーザー', 'Active users'),
  newUsers: count('new-users', '新規ユーザー数', 'New users'),
  screenPageViews: count('views', '表示回数', 'Views'),
  eventCount: count('event-count', 'イベント数', 'Event count'),
  keyEvents: amount('key-events', 'キーイベント', 'Key events'),
  transactions: count('transactions', 'トランザクション', 'Transactions'),
  totalRevenue: money('total-revenue', '合計収益', 'Total revenue'),
};

const list = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})(?:, ?(?:${names.join('|')}))*$`);

/** Google Analytics 4, Data API v1beta: `properties.runReport`. */
export const ga4: Connector = {
  id: 'ga4',
  name: { ja: 'Googleアナリティクス4', en: 'Google Analytics 4' },
  fields: [
    {
      id: 'property',
      label: { ja: 'プロパティID', en: 'Property id' },
      hint: { ja: '数字のみ（管理 → プロパティの詳細）', en: 'digits only; Admin → Property details' },
      pattern: /^\d{4,15}$/,
    },
    {
      id: 'dimensions',
      label: { ja: 'ディメンション', en: 'Dimensions' },
      hint: {
        ja: `コンマ区切り: ${Object.keys(DIMENSIONS).join(', ')}`,
        en: `separated by commas: ${Object.keys(DIMENSIONS).join(', ')}`,
      },
      pattern: list(Object.keys(DIMENSIONS)),
      optional: true,
    },
    {
      id: 'metrics',
      label: { ja: '指標', en: 'Metrics' },
      hint: {
        ja: `コンマ区切り: ${Object.keys(METRICS).join(', ')}`,
        en: `separated by commas: ${Object.keys(METRICS).join(', ')}`,
      },
      pattern: list(Object.keys(METRICS)),
      optional: true,
    },
  ],
  signIn: ['service-account', 'oauth'],
  scope: 'https://www.googleapis.com/auth/analytics.readonly',
  restates: 3,
  sliceDays: 31,
  hosts: () => ['analyticsdata.googleapis.com'],
  rows: settings => ({
    dataset: { kind: 'aggregate', id: 'ga4', name: { ja: 'GA4', en: 'GA4' } },
    columns: [day('date', '日付', 'Date'), ...asked(settings).map(([, column]) => column)],
  }),
  request: ({ settings, from, to }, cursor) => ({
    method: 'POST',
    url: `https://analyticsdata.googleapis.com/v1beta/properties/${settings.property}:runReport`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      dateRanges: [{ startDate: from, endDate: to }],
      dimensions: [{ name: 'date' }, ...dimensionsOf(settings).map(name => ({ name }))],
      metrics: metricsOf(settings).map(name => ({ name })),
      offset: cursor ?? '0',
      limit: String(PAGE),
      keepEmptyRows: false,
    }),
  }),
  read: (answer, { settings }, cursor) => {
    const failure = googleFailure(answer, SERVICE);
    return failure ?? jsonAnswer(answer, report, SERVICE, found => pageOf(found, settings, Number(cursor ?? '0')));
  },
};

const value = z.object({ value: z.string().default('') });
const report = z.object({
  dimensionHeaders: z.array(z.object({ name: z.string() })).default([]),
  metricHeaders: z.array(z.object({ name: z.string() })).default([]),
  rows: z.array(z.object({ dimensionValues: z.array(value).default([]), metricValues: z.array(value).default([]) })).default([]),
  rowCount: z.number().default(0),
  metadata: z
    .object({
      samplingMetadatas: z.array(z.unknown()).default([]),
      dataLossFromOtherRow: z.boolean().default(false),
      subjectToThresholding: z.boolean().default(false),
    })
    .default({ samplingMetadatas: [], dataLossFromOtherRow: false, subjectToThresholding: false }),
});

function pageOf(found: z.output<typeof report>, settings: ConnectorSettings, offset: number): PageRead {
  const headers = [...found.dimensionHeaders, ...found.metricHeaders].map(({ name }) => name);
  const names = ['date', ...asked(settings).map(([name]) => name)];
  const places = names.map(name => headers.indexOf(name));
  if (found.rows.length > 0 && places.includes(-1)) {
    return { kind: 'refused', problem: problem('connect-unreadable', { service: SERVICE, status: 200 }) };
  }
  const rows = found.rows.map(({ dimensionValues, metricValues }) => {
    const cells = [...dimensionValues, ...metricValues];
    return places.map((place, index) => {
      const text = cells[place]?.value ?? '';
      return index === 0 ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : text;
    });
  });
  const end = offset + found.rows.length;
  const { samplingMetadatas, dataLossFromOtherRow, subjectToThresholding } = found.metadata;
  return {
    kind: 'page',
    rows,
    next: found.rows.length > 0 && end < found.rowCount ? String(end) : null,
    notes: [
      ...(samplingMetadatas.length > 0 ? [problem('connect-sampled', { service: SERVICE })] : []),
      ...(dataLossFromOtherRow ? [problem('connect-other-row', { service: SERVICE })] : []),
      ...(subjectToThresholding ? [problem('connect-thresholded', { service: SERVICE })] : []),
    ],
  };
}

function asked(settings: ConnectorSettings): readonly (readonly [string, PresetColumn])[] {
  const named = (names: readonly string[], of: Readonly<Record<string, PresetColumn>>) =>
    names.flatMap(name => {
      const column = of[name];
      return column ? [[name, column] as const] : [];
    });
  return [...named(dimensionsOf(settings), DIMENSIONS), ...named(metricsOf(settings), METRICS)];
}

function dimensionsOf({ dimensions }: ConnectorSettings): readonly string[] {
  return names(dimensions ?? '') ?? ['sessionDefaultChannelGroup'];
}

function metricsOf({ metrics }: ConnectorSettings): readonly string[] {
  return names(metrics ?? '') ?? ['sessions', 'totalUsers', 'newUsers', 'keyEvents', 'totalRevenue'];
}

function names(text: string): readonly string[] | undefined {
  return text.trim() === '' ? undefined : [...new Set(text.split(',').map(name => name.trim()))];
}
