import type { InitiativeInput } from '#core/act/check-initiative.ts';
import type { Outcome } from '#core/act/outcome.ts';
import type { Stage } from '#core/act/stage.ts';
import type { Day } from '#core/calendar/day.ts';
import { day } from '../demo-days.ts';
import { DEMO_PLAN } from '../plan/plan-text.ts';

/** An initiative of the demo with its way through the stages. */
export interface DemoInitiative {
  readonly input: InitiativeInput;
  readonly written: Day;
  readonly moves: readonly { readonly to: Stage; readonly on: Day }[];
  readonly closed?: {
    readonly on: Day;
    readonly outcome: Outcome;
    readonly lesson: string;
    readonly impression: string;
    readonly sideEffects: string;
    /** Whole yen. */
    readonly spent: string | null;
    readonly rollOutTo: readonly string[];
  };
  /** The title of the initiative whose revision this is: it begins as what closing that one has made. */
  readonly revises?: string;
}

const kpi = (node: string) => ({ plan: DEMO_PLAN, node });

const NONE = { contributors: [], evidence: [], follows: null, details: {} } as const;

const SHORT_FORM = '資料DLフォームの入力項目を9つから5つに減らす';

/** In the order in which they were written down. */
export const INITIATIVES: readonly DemoInitiative[] = [
  {
    input: {
      ...NONE,
      title: 'SQLへの初回連絡を当番制にして当日中に行う',
      kpis: [kpi('days-to-meeting'), kpi('meeting-rate')],
      hypothesis:
        '初回連絡が翌日以降になったSQLほど商談の設定が遅れている。当日中に連絡すれば、設定までの日数が1営業日短くなる。',
      expected: { kpi: kpi('days-to-meeting'), mode: 'level', value: '-1', by: day('2026-06-30') },
      cost: null,
      owner: 'inside-sales/takahashi',
      contributors: ['sales/sato'],
      start: day('2026-05-11'),
      due: day('2026-06-30'),
      evidence: ['3月と4月の商談を見ると、当日に連絡できた案件は翌日以降の案件より早く設定できていた'],
      details: { horizon: 'short', cause: '担当者の外出中に通知を見落としている', effort: '6', difficulty: 'low' },
    },
    written: day('2026-04-20'),
    moves: [
      { to: 'proposed', on: day('2026-04-22') },
      { to: 'preparing', on: day('2026-04-28') },
      { to: 'running', on: day('2026-05-11') },
      { to: 'checking', on: day('2026-06-30') },
    ],
    closed: {
      on: day('2026-07-13'),
      outcome: 'standardise',
      lesson:
        '初回連絡を当日中にすると、商談の設定までの日数は3割ほど短くなる。当番表を月初に配り、不在の日の代わりを決めておくことが続ける条件になる。',
      impression: '担当者からは、連絡がついたときの反応が良くなったという声が多い。',
      sideEffects: '当番の日は他の業務が止まりやすい。',
      spent: null,
      rollOutTo: [],
    },
  },
  {
    input: {
      ...NONE,
      title: SHORT_FORM,
      kpis: [kpi('leads')],
      hypothesis:
        '資料DLのフォームは入力項目が多く、開いた人の7割が途中で離れている。項目を5つに減らせば、リードが月20件増える。',
      expected: { kpi: kpi('leads'), mode: 'relative', value: '0.1', by: day('2026-09-30') },
      cost: { amount: '350000', currency: 'JPY' },
      owner: 'marketing/tanaka',
      contributors: ['marketing/kobayashi'],
      start: day('2026-08-05'),
      due: day('2026-09-30'),
      evidence: ['6月のフォーム分析：到達620人に対して完了184人'],
      details: {
        analyses: ['gap', 'segment'],
        horizon: 'short',
        cause: 'フォームの入力負担',
        risk: '検討前の人の割合が増え、リードの質が下がる',
        effort: '8',
        difficulty: 'low',
      },
    },
    written: day('2026-07-08'),
    moves: [
      { to: 'proposed', on: day('2026-07-10') },
      { to: 'preparing', on: day('2026-07-17') },
      { to: 'running', on: day('2026-08-05') },
      { to: 'checking', on: day('2026-09-30') },
    ],
    closed: {
      on: day('2026-10-13'),
      outcome: 'modify',
      lesson:
        'フォームを短くするとリードは増える。ただし増えたのは検討前の資料DLで、同じ日に判定基準も緩めたため、営業に渡る質が下がった。量を増やす施策と質の基準の変更は同時に行わず、質の指標を対で見る。',
      impression: '件数が増えて達成感はあったが、営業からは「まだ早い人が多い」と言われるようになった。',
      sideEffects: 'SQL率が50%前後から43%に、ターゲット企業率が51%から48%に下がった。',
      spent: '320000',
      rollOutTo: [],
    },
  },
  {
    input: {
      ...NONE,
      title: '秋の資料DLキャンペーン（Meta広告）',
      kpis: [kpi('leads'), kpi('mql-cost')],
      hypothesis: '決算期を前に経費精算の見直しを考える企業が増える。9月中旬から1か月、資料DLの広告を厚くすればリードが増える。',
      expected: { kpi: kpi('leads'), mode: 'relative', value: '0.08', by: day('2026-10-31') },
      cost: { amount: '450000', currency: 'JPY' },
      owner: 'marketing/ito',
      contributors: ['marketing/tanaka'],
      start: day('2026-09-14'),
      due: day('2026-11-27'),
      details: { horizon: 'short', segment: 'Meta広告', risk: '対象外の企業からの資料DLが増える' },
    },
    written: day('2026-08-24'),
    moves: [
      { to: 'proposed', on: day('2026-08-26') },
      { to: 'preparing', on: day('2026-09-02') },
      { to: 'running', on: day('2026-09-14') },
      { to: 'checking', on: day('2026-10-19') },
    ],
  },
  {
    input: {
      ...NONE,
      title: 'SQLの差し戻し理由を毎週すり合わせ、MQLの判定に反映する',
      kpis: [kpi('sql-rate'), kpi('mqls')],
      hypothesis:
        'スコア45〜59点のMQLはSQLになる割合が2割ほどで、全体のSQL率を押し下げている。差し戻しの理由を営業と毎週確認し、判定に役職と検討時期を加えれば、SQL率は50%に戻る。',
      expected: { kpi: kpi('sql-rate'), mode: 'points', value: '0.08', by: day('2026-12-31') },
      cost: null,
      owner: 'marketing/tanaka',
      contributors: ['inside-sales/takahashi', 'sales/sato'],
      start: day('2026-11-09'),
      due: day('2026-12-31'),
      evidence: ['8〜10月の引き渡しのうち、45〜59点のSQL率は22%、60点以上は48%'],
      details: {
        analyses: ['gap', 'segment'],
        horizon: 'short',
        cause: '8月5日に判定基準を60点から45点に下げた',
        risk: 'MQL数が月15件ほど減る',
        effort: '3',
        difficulty: 'low',
        followUpEvery: 14,
      },
    },
    revises: SHORT_FORM,
    written: day('2026-10-26'),
    moves: [
      { to: 'preparing', on: day('2026-10-30') },
      { to: 'running', on: day('2026-11-09') },
    ],
  },
  {
    input: {
      ...NONE,
      title: 'ターゲット企業300社への個別配信',
      kpis: [kpi('target-account-share'), kpi('leads')],
      hypothesis: '配信対象を企業リストで指定すれば、ターゲット企業からのリードが月15件増え、比率が50%に戻る。',
      expected: { kpi: kpi('target-account-share'), mode: 'points', value: '0.03', by: day('2027-02-28') },
      cost: { amount: '900000', currency: 'JPY' },
      owner: 'marketing/ito',
      contributors: ['sales/suzuki'],
      start: day('2026-12-01'),
      due: day('2027-02-28'),
      details: { horizon: 'short', segment: '従業員300〜2,000名', effort: '12', difficulty: 'medium' },
    },
    written: day('2026-11-02'),
    moves: [
      { to: 'proposed', on: day('2026-11-05') },
      { to: 'preparing', on: day('2026-11-16') },
    ],
  },
  {
    input: {
      ...NONE,
      title: '見積の前に導入効果の試算を必ず渡す',
      kpis: [kpi('win-rate')],
      hypothesis:
        '失注の理由は時期尚早と価格が多い。効果の試算を先に渡した案件は成約率が高いので、全案件に広げれば成約率が2pt上がる。',
      expected: { kpi: kpi('win-rate'), mode: 'points', value: '0.02', by: day('2027-03-31') },
      cost: null,
      owner: 'sales/sato',
      contributors: ['sales/suzuki'],
      start: null,
      due: day('2027-03-31'),
      details: { horizon: 'long', difficulty: 'medium' },
    },
    written: day('2026-11-10'),
    moves: [{ to: 'proposed', on: day('2026-11-16') }],
  },
  {
    input: {
      ...NONE,
      title: '導入事例の動画をつくり、デモ申込のページに置く',
      kpis: [kpi('mql-rate')],
      hypothesis: 'デモ申込のリードは成約しやすいが件数が伸びていない。同じ規模の企業の事例を見せれば申込が増える。',
      expected: null,
      cost: null,
      owner: 'marketing/kobayashi',
      start: null,
      due: day('2027-01-29'),
    },
    written: day('2026-11-17'),
    moves: [],
  },
];
