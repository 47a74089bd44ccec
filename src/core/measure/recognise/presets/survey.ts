import { count, day, dimension, given, mail, moment, person } from '../column-definition.ts';
import type { Preset } from '../preset.ts';

/**
 * Answers to a survey: a row per answer, a column per question. The questions of recommendation (0 to 10) and satisfaction (1 to 5) are
 * known by the words in them; how many answered, and the shares, come from the rows.
 */
export const surveyAnswers: Preset = {
  id: 'survey-answers',
  version: 1,
  name: { ja: 'アンケートの回答', en: 'Survey answers' },
  dataset: { kind: 'event', id: 'survey-answers', name: { ja: 'アンケートの回答', en: 'Survey answers' } },
  columns: [
    moment('answered-at', '回答日時', 'Answered at', [
      'タイムスタンプ',
      'Timestamp',
      '回答日',
      '送信日時',
      '回答完了日時',
      'Submitted at',
      'Submit date',
      '完了時刻',
      'Completion time',
      'End Date',
    ]),
    person('respondent-id', '回答者ID', 'Respondent ID', ['回答ID', 'Response ID', '回答番号']),
    mail(),
    {
      ...given('recommendation', '推奨度（0〜10）', 'Likelihood to recommend (0–10)', [
        'NPS',
        'NPSスコア',
        '推奨度',
        'NPS score',
      ]),
      type: 'integer',
      words: ['推奨', '勧め', '薦め', 'すすめ', 'recommend', 'nps'],
    },
    {
      ...given('satisfaction', '満足度（5段階）', 'Satisfaction (1–5)', ['満足度', '総合満足度', 'CSAT', 'Satisfaction']),
      words: ['満足', 'satisf', 'csat'],
    },
    {
      ...given('ease', '手間の少なさ', 'Ease (customer effort)', ['CES']),
      words: ['簡単', '容易', 'しやすさ', 'effort', 'easy'],
    },
    dimension('segment', '属性', 'Segment', ['顧客区分', '区分', '会員区分', '業種']),
  ],
  requires: [['answered-at'], ['recommendation', 'satisfaction', 'ease']],
  leastKnown: 0.05,
  period: 'row',
  replaces: 'period',
  scope: 'file',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'nps-respondents', needs: ['recommendation'], measured: { count: 'rows' }, where: { recommendation: '0..10' } },
    { metric: 'promoters', needs: ['recommendation'], measured: { count: 'rows' }, where: { recommendation: '9..10' } },
    { metric: 'detractors', needs: ['recommendation'], measured: { count: 'rows' }, where: { recommendation: '0..6' } },
    {
      metric: 'customer-satisfaction',
      needs: ['satisfaction'],
      measured: { mean: 'satisfaction' },
      where: { satisfaction: '1..5' },
    },
  ],
};

/** Results of a survey that somebody has worked out: a row per question, with n and the limits of its interval. */
export const surveyResults: Preset = {
  id: 'survey-results',
  version: 1,
  name: { ja: 'アンケートの集計', en: 'Survey results' },
  dataset: { kind: 'aggregate', id: 'survey-results', name: { ja: 'アンケートの集計', en: 'Survey results' } },
  columns: [
    day('date', '調査日', 'Survey date', ['実施日', '日付', 'Date']),
    { ...day('month', '調査月', 'Survey month', ['実施月', '年月', 'Month']), written: 'month' },
    dimension('question', '設問', 'Question', ['質問', '項目', '設問文', '指標']),
    dimension('segment', '属性', 'Segment', ['区分', '対象']),
    count('answers', '回答数', 'n', [
      '有効回答数',
      '回答者数',
      'N数',
      'サンプル数',
      '標本数',
      'Responses',
      'Sample size',
      'Base',
    ]),
    given('mean', '平均', 'Mean', ['平均点', '平均値', 'スコア', 'Score', '評点']),
    given('share', '割合', 'Share', ['比率', '構成比', 'TOP2', 'Top 2 box']),
    given('nps', 'NPS', 'NPS', ['NPSスコア']),
    given('lower', '下限', 'Lower', ['信頼区間下限', '95%信頼区間下限', '95%CI下限', 'Lower limit', 'CI lower']),
    given('upper', '上限', 'Upper', ['信頼区間上限', '95%信頼区間上限', '95%CI上限', 'Upper limit', 'CI upper']),
  ],
  requires: [['question'], ['answers'], ['mean', 'share', 'nps']],
  period: 'preamble',
  replaces: 'period',
  scope: 'file',
  others: 'keep',
  totals: 'labelled',
};
