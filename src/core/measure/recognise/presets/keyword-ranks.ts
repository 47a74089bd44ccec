import { day, dimension, given } from '../column-definition.ts';
import type { Preset } from '../preset.ts';

/** Ranks of keywords from a rank checker. Out of the list (圏外) is no rank; ranks and volumes do not add up, keywords are counted. */
export const keywordRanks: Preset = {
  id: 'keyword-ranks',
  version: 1,
  name: { ja: '検索順位の計測', en: 'Keyword ranks' },
  dataset: {
    kind: 'aggregate',
    id: 'keyword-ranks',
    name: { ja: '検索順位', en: 'Keyword ranks' },
    breakdowns: ['engine', 'device', 'region'],
  },
  columns: [
    day('date', '日付', 'Date', ['計測日', '取得日', 'チェック日', '調査日', '順位取得日', '最終チェック日']),
    dimension('keyword', 'キーワード', 'Keyword', ['検索語句', '検索キーワード', '対策キーワード', 'クエリ']),
    dimension('engine', '検索エンジン', 'Search engine', ['エンジン']),
    dimension('device', 'デバイス', 'Device', ['端末']),
    dimension('region', '地域', 'Location', ['エリア']),
    dimension('site', 'サイト名', 'Site', ['ドメイン', 'サイト', 'Domain', 'サイトURL']),
    dimension('url', 'URL', 'URL', [
      'ランクインURL',
      '順位URL',
      'ランクインページ',
      'ランディングページ',
      'Google URL',
      'Ranking URL',
      'Current URL',
    ]),
    {
      ...given('rank', '順位', 'Rank', [
        '検索順位',
        '現在順位',
        'Google順位',
        'Position',
        'Current position',
        'Google',
        '最新順位',
        'Ranking',
      ]),
      type: 'integer',
    },
    { ...given('yahoo-rank', 'Yahoo順位', 'Yahoo! rank', ['Yahoo!順位', 'Yahoo', 'Yahoo!']), type: 'integer' },
    { ...given('bing-rank', 'Bing順位', 'Bing rank', ['Bing']), type: 'integer' },
    {
      ...given('previous-rank', '前回順位', 'Previous position', ['前日順位', '前週順位', 'Previous rank', '先月順位']),
      type: 'integer',
    },
    { ...given('change', '変化', 'Change', ['順位変化', '前回比', '前日比', 'Google変化', '変動']), type: 'integer' },
    {
      ...given('volume', '検索ボリューム', 'Volume', [
        '月間検索数',
        '検索数',
        '検索回数',
        '月間検索ボリューム',
        'Search volume',
        'ボリューム',
      ]),
      type: 'integer',
    },
    given('difficulty', '難易度', 'Keyword difficulty', ['SEO難易度', 'KD']),
  ],
  requires: [['keyword'], ['rank'], ['date', 'url', 'volume', 'previous-rank', 'change', 'engine']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'top-ten-keywords', needs: ['keyword', 'rank'], measured: { distinct: 'keyword' }, where: { rank: '1..10' } },
  ],
};
