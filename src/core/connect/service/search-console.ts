import { z } from 'zod';
import { count, day, dimension, given } from '../../measure/recognise/column-definition.ts';
import type { PresetColumn } from '../../measure/recognise/preset.ts';
import { decimalOf } from '../../number/decimal.ts';
import type { Connector, ConnectorSettings } from '../connector.ts';
import { googleFailure, jsonAnswer } from '../json-answer.ts';

const SERVICE = 'Search Console';
const PAGE = 25_000;

const SPLITS: Readonly<Record<string, PresetColumn>> = {
  query: dimension('query', '検索キーワード', 'Query'),
  page: dimension('page', 'ページ', 'Page'),
  country: dimension('country', '国', 'Country'),
  device: dimension('device', 'デバイス', 'Device'),
};

/** Google Search Console: `searchAnalytics.query`, by day. Only final data, so that a day does not grow after it is in. */
export const searchConsole: Connector = {
  id: 'search-console',
  name: { ja: 'Search Console', en: 'Search Console' },
  fields: [
    {
      id: 'site',
      label: { ja: 'プロパティ', en: 'Property' },
      hint: {
        ja: 'https://www.example.com/ または sc-domain:example.com',
        en: 'https://www.example.com/ or sc-domain:example.com',
      },
      pattern: /^(?:https?:\/\/[^\s]{1,500}\/|sc-domain:[a-z0-9.-]{3,200})$/,
    },
    {
      id: 'dimensions',
      label: { ja: '切り口', en: 'Split by' },
      hint: {
        ja: 'コンマ区切り: query, page, country, device（空なら日別のみ）',
        en: 'separated by commas: query, page, country, device; by day only when empty',
      },
      pattern: /^(?:query|page|country|device)(?:, ?(?:query|page|country|device))*$/,
      optional: true,
    },
  ],
  signIn: ['service-account', 'oauth'],
  scope: 'https://www.googleapis.com/auth/webmasters.readonly',
  restates: 4,
  sliceDays: 7,
  hosts: () => ['www.googleapis.com'],
  rows: settings => ({
    dataset: { kind: 'aggregate', id: 'search-console', name: { ja: 'Search Console', en: 'Search Console' } },
    columns: [
      day('date', '日付', 'Date'),
      ...splitsOf(settings).flatMap(name => SPLITS[name] ?? []),
      count('clicks', 'クリック数', 'Clicks'),
      count('impressions', '表示回数', 'Impressions'),
      given('ctr', 'CTR', 'CTR'),
      given('position', '平均掲載順位', 'Average position'),
    ],
  }),
  request: ({ settings, from, to }, cursor) => ({
    method: 'POST',
    url: `https://www.googleapis.com/webmasters/v3/sites/${encodeURIComponent(settings.site ?? '')}/searchAnalytics/query`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      startDate: from,
      endDate: to,
      dimensions: ['date', ...splitsOf(settings)],
      type: 'web',
      dataState: 'final',
      rowLimit: PAGE,
      startRow: Number(cursor ?? '0'),
    }),
  }),
  read: (answer, _pull, cursor) =>
    googleFailure(answer, SERVICE) ??
    jsonAnswer(answer, found, SERVICE, ({ rows }) => ({
      kind: 'page',
      rows: rows.map(({ keys, clicks, impressions, ctr, position }) => [
        ...keys,
        ...[clicks, impressions, ctr, position].map(number => rounded(number)),
      ]),
      next: rows.length === PAGE ? String(Number(cursor ?? '0') + rows.length) : null,
    })),
};

const found = z.object({
  rows: z
    .array(
      z.object({ keys: z.array(z.string()), clicks: z.number(), impressions: z.number(), ctr: z.number(), position: z.number() }),
    )
    .default([]),
});

/** Shares and mean positions are doubles of many digits; nine decimals are kept of them, as of every decimal. */
function rounded(number: number): string {
  return Number.isInteger(number) ? decimalOf(number) : decimalOf(Number(number.toFixed(9)));
}

function splitsOf({ dimensions }: ConnectorSettings): readonly string[] {
  const text = dimensions?.trim() ?? '';
  return text === '' ? [] : [...new Set(text.split(',').map(name => name.trim()))];
}
