import type { RulePages } from '../page/rule-page.ts';

const plan = (target: string) => `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  email-open-rate: { target: ${target}, supports: [{ to: contract-revenue, because: 読まれないと商談にならない }], owner: crm }
`;

const AMBITIONS = new Map([
  [
    'email-open-rate',
    {
      direction: 'up' as const,
      target: 0.15,
      baseline: 0.15,
      natural: 0.16,
      ownBest: 0.18,
      benchmark: { low: 0.18, high: 0.2 },
      unit: 'ratio',
    },
  ],
]);

const PAIR = (quality: string) => `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: ${quality}, supports: [{ to: contract-revenue, because: 商談のもと }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: inside-sales }
  valid-lead-rate: { target: 60%, supports: [{ to: contract-revenue, because: 対象の割合 }], owner: inside-sales }
`;

export const evidencePages = {
  'target-too-easy': {
    title: { ja: '何もしなくても届く目標', en: 'Met by doing nothing' },
    means: {
      ja: '目標が、現状や「何もしない場合の予測」の範囲内にあります。',
      en: 'The target lies within where it stands, or within the forecast with nothing done.',
    },
    why: { ja: '達成しても、取り組みの成果とは言えません。', en: 'Meeting it says nothing about what was done.' },
    fix: {
      ja: '過去最高や業界水準を目安に引き上げます。維持が目的なら、そのことを書きます。',
      en: 'Raise it towards the own best or the benchmark; or say that it is to be kept.',
    },
    given: {
      ja: '現状15%、何もしない場合の予測16%、過去最高18%、業界水準18〜20%',
      en: 'Today 15%, forecast with nothing done 16%, own best 18%, benchmark 18–20%',
    },
    facts: { ambitions: AMBITIONS },
    fails: plan('15%'),
    passes: plan('18%'),
  },
  'target-unrealistic': {
    title: { ja: '現実的でない目標', en: 'Out of reach' },
    means: {
      ja: '目標が、過去最高と業界水準のうち良いほうの1.5倍を超えています。',
      en: 'The target is more than half beyond the better of own best and benchmark.',
    },
    why: {
      ja: '届かないと分かっている目標は、取り組む気持ちをなくさせます。',
      en: 'A target everybody knows to be out of reach discourages.',
    },
    fix: {
      ja: '段階に分けた目標にするか、仕組みを変える施策とその根拠を書きます。',
      en: 'Go in steps, or name the change that is to make it possible.',
    },
    given: { ja: '現状15%、過去最高18%、業界水準18〜20%', en: 'Today 15%, own best 18%, benchmark 18–20%' },
    facts: { ambitions: AMBITIONS },
    fails: plan('40%'),
    passes: plan('23%'),
  },
  'target-outside-history': {
    title: { ja: '過去の実績から大きく外れた目標', en: 'Far outside its own past' },
    means: {
      ja: '目標が過去の実績の範囲の外にあり、平均から標準偏差の3倍以上離れています。',
      en: 'The target lies beyond every past value, and more than three standard deviations from their mean.',
    },
    why: {
      ja: 'これまでの延長では起きたことのない水準です。単位や桁の間違いのこともあります。',
      en: 'Nothing like it has ever happened. Sometimes a unit or a digit is wrong.',
    },
    fix: {
      ja: '数値と単位を確かめ、正しければ、これまでと違う何をするのかを書きます。',
      en: 'Check number and unit; if right, say what will be done that was never done.',
    },
    given: { ja: '過去12か月の実績は14〜17%', en: 'The past twelve months were 14–17%' },
    facts: {
      histories: new Map([['email-open-rate', [0.14, 0.15, 0.16, 0.15, 0.17, 0.16, 0.15, 0.14, 0.16, 0.15, 0.16, 0.15]]]),
    },
    fails: plan('35%'),
    passes: plan('17%'),
  },
  'target-beyond-forecast': {
    title: { ja: '予測の幅を超える目標', en: 'Beyond the forecast' },
    means: {
      ja: '予定している施策を含めても、目標が予測の幅（確率95%）の外にあります。',
      en: 'Even with the planned initiatives the target lies outside the 95% range of the forecast.',
    },
    why: { ja: '今ある施策だけでは、ほぼ届きません。', en: 'With what is planned it will almost certainly be missed.' },
    fix: { ja: '施策を加えるか、目標を見直します。', en: 'Plan more, or set another target.' },
    given: { ja: '施策を含む予測は15〜19%', en: 'Forecast with initiatives 15–19%' },
    facts: { forecasts: new Map([['email-open-rate', { low: 0.15, high: 0.19 }]]) },
    fails: plan('23%'),
    passes: plan('18%'),
  },
  'influence-not-seen': {
    title: { ja: 'データに表れない影響', en: 'An influence that does not show' },
    means: {
      ja: '影響（supports）があると書かれた2つの値に、過去の相関がほとんどありません（0.2未満）。',
      en: 'Two values said to influence each other hardly moved together in the past (below 0.2).',
    },
    why: {
      ja: 'KPIは達成したのに最終目標が動かない、という結果になりがちです。',
      en: 'This is how a KPI is met and the goal stays where it was.',
    },
    fix: {
      ja: '遅れ（lag）を見直し、それでも見えなければ、別のKPIに替えるか小さな実験で確かめます。',
      en: 'Look at the lag again; if nothing shows, test it by an experiment or use another KPI.',
    },
    given: {
      ja: '過去24か月の相関は 開封率 0.08、クリック率 0.55',
      en: 'Correlation over 24 months: open rate 0.08, click rate 0.55',
    },
    facts: {
      relations: [
        { from: 'email-open-rate', to: 'contract-revenue', r: 0.08, pairs: 24 },
        { from: 'email-click-rate', to: 'contract-revenue', r: 0.55, pairs: 24 },
      ],
    },
    fails: plan('18%'),
    passes: plan('3%').replace('email-open-rate', 'email-click-rate'),
  },
  'not-measured': {
    title: { ja: '計測データがない', en: 'No data' },
    means: {
      ja: '目標のあるKPIに、データのつなぎ込みも入力もありません。',
      en: 'A KPI with a target has neither a source of data nor entered values.',
    },
    why: { ja: '測れない目標は、達成したかどうかを誰も言えません。', en: 'Nobody can say whether an unmeasured target was met.' },
    fix: {
      ja: 'データをつなぐか、入力する人と締め日を決めます。',
      en: 'Connect a source, or say who enters the values and when.',
    },
    given: { ja: '開封率だけがデータとつながっています', en: 'Only the open rate is connected' },
    facts: { measured: new Set(['email-open-rate']) },
    fails: plan('3%').replace('email-open-rate', 'email-click-rate'),
    passes: plan('18%'),
  },
  'kpi-without-initiative': {
    title: { ja: '施策のないKPI', en: 'A KPI nobody works on' },
    means: {
      ja: '目標のあるKPIに、それを動かすための施策が1つもありません。',
      en: 'No initiative is to move a KPI that has a target.',
    },
    why: {
      ja: '数字を眺めるだけで、変える行動がありません。形だけのKPIになる最初の兆しです。',
      en: 'It is looked at and nothing is done: the first sign of a KPI for show.',
    },
    fix: { ja: '施策を1つ登録するか、見るだけ（watch: true）にします。', en: 'Register an initiative, or only watch it.' },
    given: { ja: '開封率の施策だけが登録されています', en: 'Only the open rate has an initiative' },
    facts: { worked: new Set(['email-open-rate']) },
    fails: plan('3%').replace('email-open-rate', 'email-click-rate'),
    passes: plan('18%'),
  },
  'volume-met-quality-missed': {
    title: { ja: '量は達成、質が低下', en: 'Volume up, quality down' },
    means: {
      ja: '量のKPIは目標以上なのに、対になる質のKPIが目標を下回っています。',
      en: 'The quantity is at its target or above while its partner of quality is below its own.',
    },
    why: {
      ja: '量だけの達成は、あとの段階の未達になって戻ってきます。',
      en: 'Volume without quality comes back as a shortfall one stage later.',
    },
    fix: {
      ja: '集め方を見直し、質が目標に戻るまで量を追い足さないようにします。',
      en: 'Change how it is gathered, and add no volume until quality is back.',
    },
    given: {
      ja: '達成率：リード110%、MQL率86%、有効リード率102%',
      en: 'Achievement: leads 110%, MQL rate 86%, valid lead rate 102%',
    },
    facts: {
      achievements: new Map([
        ['leads', 1.1],
        ['mql-rate', 0.86],
        ['valid-lead-rate', 1.02],
      ]),
    },
    fails: PAIR('mql-rate'),
    passes: PAIR('valid-lead-rate'),
  },
  'kpi-formalised': {
    title: { ja: '形だけのKPI', en: 'A KPI for show' },
    means: {
      ja: '30日以上だれもページを開かず、3か月続けて未達なのに、動かすための施策が1つもありません。',
      en: 'Nobody opened its page for 30 days, it was behind in three months running, and no initiative is to move it.',
    },
    why: {
      ja: '見られない数字は現場から離れ、ほかのKPIまで信用されなくなります。',
      en: 'A number nobody looks at loses touch with the work, and takes the trust in the others with it.',
    },
    fix: {
      ja: '担当者と話し、施策を決めるか、目標を見直すか、見るだけ（watch: true）にします。',
      en: 'Talk to its owner. Decide on an initiative, set another target, or only watch it.',
    },
    given: {
      ja: '開封率は45日間見られず、3か月続けて未達、施策なし。クリック率は昨日見られています',
      en: 'Open rate: unseen for 45 days, behind three months in a row, no initiative. Click rate: seen yesterday',
    },
    facts: {
      attention: new Map([
        ['email-open-rate', { unseenDays: 45, behindMonths: 3, initiatives: 0 }],
        ['email-click-rate', { unseenDays: 1, behindMonths: 3, initiatives: 0 }],
      ]),
    },
    fails: plan('18%'),
    passes: plan('3%').replace('email-open-rate', 'email-click-rate'),
  },
} as const satisfies RulePages;
