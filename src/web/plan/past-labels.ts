import { labels } from '../ui/labels.ts';

/** The tree of an earlier version. */
export const pastLabels = labels({
  see: { ja: 'この版のツリーを見る', en: 'See its tree' },
  readOnly: { ja: '{{version}}を表示中（見るだけ）', en: 'Looking at {{version}} (read only)' },
  published: { ja: '{{day}}に{{name}}が公開', en: 'Published {{day}} by {{name}}' },
  differences: {
    ja: 'いまと違う点 {{count}}件',
    en: { one: '{{count}} difference from today', other: '{{count}} differences from today' },
  },
  sameToday: { ja: 'いまと同じです', en: 'The same as today' },
  otherToday: { ja: 'いまは違う', en: 'Changed since' },
  goneToday: { ja: 'いまはない', en: 'Gone since' },
  sinceThen: { ja: 'その後の変更（当時 → いま）', en: 'Since then (then → today)' },
  seeToday: { ja: 'いまの計画で見る', en: 'See it in the plan of today' },
  which: { ja: '表示する版', en: 'Version' },
  restore: { ja: 'この版を下書きに戻す', en: 'Put it back as a draft' },
  backToToday: { ja: 'いまの計画に戻る', en: 'Back to today' },
});
