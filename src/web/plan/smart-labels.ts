import { labels } from '../ui/labels.ts';

/** The five lights of a whole plan. */
export const smartLabels = labels({
  title: { ja: 'SMART採点表', en: 'SMART scorecard' },
  whole: { ja: '5つとも満たす {{whole}}/{{count}}件', en: 'all five: {{whole}} of {{count}}' },
  node: { ja: '目標・KPI', en: 'Goal or KPI' },
  S: { ja: '具体的', en: 'Specific' },
  M: { ja: '測れる', en: 'Measurable' },
  A: { ja: '達成できる', en: 'Attainable' },
  R: { ja: '目標につながる', en: 'Relevant' },
  T: { ja: '期限がある', en: 'Time-bound' },
  on: { ja: '満たす', en: 'yes' },
  off: { ja: '満たさない', en: 'no' },
  total: { ja: '満たす件数（全{{count}}件）', en: 'Yes, of {{count}}' },
  executive: {
    ja: 'KPIにつながる経営指標 {{linked}}/{{count}}件',
    en: 'Executive figures that KPIs lead to: {{linked}} of {{count}}',
  },
  compare: { ja: '前回の見直しと比べる', en: 'Compare with the last review' },
  since: { ja: '{{day}}時点では{{share}}。', en: 'On {{day}}: {{share}}.' },
  same: { ja: '変わった項目はありません。', en: 'No light has changed.' },
  nothingThen: { ja: '{{day}}には、まだ公開された計画がありません。', en: 'On {{day}} no plan had been published yet.' },
});
