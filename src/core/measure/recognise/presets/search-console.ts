import { count, day, dimension, given } from '../column-definition.ts';
import type { Preset } from '../preset.ts';

/**
 * Google Search Console: the tables of its ZIP, or one of them. Only the chart by date has days; the others take their period from
 * the chart beside them in the same archive, or from the user. Click rate and position are the source's averages.
 */
export const searchConsole: Preset = {
  id: 'search-console',
  version: 1,
  name: { ja: 'Google Search Console', en: 'Google Search Console' },
  dataset: {
    kind: 'aggregate',
    id: 'search-console',
    name: { ja: 'Google Search Console', en: 'Google Search Console' },
    grain: ['date', 'country', 'device', 'page', 'query', 'search-appearance'],
  },
  columns: [
    day('date', '日付', 'Date', ['Datum', 'Fecha', 'Data']),
    dimension('query', '検索語句', 'Query', [
      '上位のクエリ',
      'クエリ',
      'Top queries',
      'Häufigste Suchanfragen',
      'Requêtes les plus fréquentes',
    ]),
    dimension('page', 'ページ', 'Page', ['上位のページ', 'Top pages', 'Häufigste Seiten', 'Pages les plus populaires']),
    dimension('country', '国', 'Country', ['Land', 'Pays']),
    dimension('device', 'デバイス', 'Device', ['Gerät', 'Appareil']),
    dimension('search-appearance', '検索での見え方', 'Search Appearance', ['検索での見え方のタイプ']),
    count('clicks', 'クリック数', 'Clicks', ['クリック', 'Klicks', 'Clics']),
    count('impressions', '表示回数', 'Impressions', ['Impressionen']),
    given('ctr', 'クリック率', 'CTR', ['平均 CTR']),
    given('position', '掲載順位', 'Position', ['平均掲載順位', 'Average position']),
  ],
  requires: [
    ['clicks'],
    ['impressions'],
    ['ctr'],
    ['position'],
    ['date', 'query', 'page', 'country', 'device', 'search-appearance'],
  ],
  period: 'ask',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'search-clicks', needs: ['clicks'], measured: { sum: 'clicks' } },
    { metric: 'search-impressions', needs: ['impressions'], measured: { sum: 'impressions' } },
  ],
};
