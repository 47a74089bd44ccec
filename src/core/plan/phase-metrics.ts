import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';
import type { Phase } from './plan.ts';

/** A metric that matters most in one phase. */
export interface PhaseMetric {
  readonly metric: MetricId;
  readonly phase: Phase;
  /** Why it matters then. */
  readonly because: Text;
  /** Why it no longer says enough once the phase is over; absent where it goes on mattering. */
  readonly fades?: Text;
}

export interface PhaseField {
  /** Fields of the catalogue it is for. */
  readonly of: readonly string[];
  readonly metrics: readonly PhaseMetric[];
}

/** What to look at while something is new, grows, and has come of age: volume, then quality, then results. The first is for any site. [DES-52] */
export const PHASE_FIELDS: readonly PhaseField[] = [
  {
    of: ['web', 'search'],
    metrics: [
      {
        metric: 'new-visitors',
        phase: 'launch',
        because: {
          ja: 'まだ知られていない時期は、初めて来た人の数が伸びの目印になります。',
          en: 'While nobody knows the site, people who come for the first time are the sign of growth.',
        },
        fades: {
          ja: '新しい人を集めるだけでは、定着しているかどうかが分かりません。',
          en: 'New faces alone do not tell whether anybody stays.',
        },
      },
      {
        metric: 'returning-visitor-share',
        phase: 'growth',
        because: {
          ja: '知られた後は、また来る人の割合がサイトの価値を表します。',
          en: 'Once it is known, what it is worth shows in who comes back.',
        },
      },
      {
        metric: 'cvr',
        phase: 'maturity',
        because: {
          ja: '訪問が安定したら、どれだけ成果に変わるかで運営を評価します。',
          en: 'With steady traffic the question becomes how much of it turns into results.',
        },
      },
    ],
  },
  {
    of: ['owned-media'],
    metrics: [
      {
        metric: 'visitors',
        phase: 'launch',
        because: {
          ja: '記事に読者がつき始めたかを、人数で確かめます。',
          en: 'Whether articles begin to find readers is counted in people.',
        },
      },
      {
        metric: 'articles-published',
        phase: 'launch',
        because: {
          ja: '出し続ける体制があるかは、公開した本数に表れます。',
          en: 'Whether the team can keep it up shows in how much it publishes.',
        },
        fades: {
          ja: '本数を追い続けると、読まれない記事まで増えていきます。',
          en: 'Chased for long, the number of articles brings articles nobody reads.',
        },
      },
      {
        metric: 'engagement-rate',
        phase: 'growth',
        because: {
          ja: '集めた読者が記事に反応しているかを見る段階です。',
          en: 'Now it matters whether the readers one has won react to what they read.',
        },
        fades: {
          ja: '反応の良さは、事業への貢献を説明する材料としては弱くなります。',
          en: 'Reactions say too little about what the media bring the business.',
        },
      },
      {
        metric: 'returning-visitor-share',
        phase: 'growth',
        because: {
          ja: 'もう一度読みに来る人が増えてこそ、媒体として育ったと言えます。',
          en: 'A publication has grown up when people return to it.',
        },
      },
      {
        metric: 'cvr',
        phase: 'maturity',
        because: { ja: '読者のうち何人が申し込みや購入に進むかを問います。', en: 'It is asked how many readers sign up or buy.' },
      },
      {
        metric: 'roi',
        phase: 'maturity',
        because: {
          ja: '続ける費用に見合う利益が出ているかを示します。',
          en: 'It shows whether what comes back is worth the cost of going on.',
        },
      },
    ],
  },
  {
    of: ['sns'],
    metrics: [
      {
        metric: 'posts',
        phase: 'launch',
        because: { ja: '投稿の習慣をつくることが、最初の課題です。', en: 'The first task is to post regularly at all.' },
        fades: { ja: '投稿を増やすほど反応が薄まることがあります。', en: 'With more posts, each may get less of a response.' },
      },
      {
        metric: 'followers',
        phase: 'launch',
        because: {
          ja: '届く相手がいなければ、次の段階を試せません。',
          en: 'Without people to reach, nothing else can be tried.',
        },
      },
      {
        metric: 'engagement-rate',
        phase: 'growth',
        because: {
          ja: 'フォロワーの数より、反応する人の割合が関係の深さを示します。',
          en: 'How many react says more than how many follow.',
        },
      },
      {
        metric: 'sns-ctr',
        phase: 'growth',
        because: { ja: '投稿からサイトへ人が動いているかを見ます。', en: 'It shows whether posts move people on to the site.' },
      },
      {
        metric: 'sns-purchase-rate',
        phase: 'maturity',
        because: {
          ja: '運用の成果を、購入につながった割合で説明します。',
          en: 'What the account achieves is told by how many of its visitors buy.',
        },
      },
    ],
  },
  {
    of: ['ec', 'customer'],
    metrics: [
      {
        metric: 'new-customers',
        phase: 'launch',
        because: { ja: '買ってくれる人を見つけることが先決です。', en: 'Finding people who buy comes first.' },
      },
      {
        metric: 'purchase-cvr',
        phase: 'growth',
        because: {
          ja: '集客の費用が増える時期は、買う人の割合が効率を左右します。',
          en: 'As traffic gets dearer, the share of visitors who buy decides.',
        },
      },
      {
        metric: 'repeat-rate',
        phase: 'maturity',
        because: {
          ja: '規模が整った後の伸びは、もう一度買う人がつくります。',
          en: 'Beyond a certain size, growth comes from people who buy again.',
        },
      },
      {
        metric: 'ltv',
        phase: 'maturity',
        because: {
          ja: '1人の顧客が生む価値を高めることが、利益の中心になります。',
          en: 'Profit now rests on what each customer is worth over time.',
        },
      },
    ],
  },
  {
    of: ['b2b', 'sales', 'webinar', 'event', 'saas'],
    metrics: [
      {
        metric: 'leads',
        phase: 'launch',
        because: { ja: '検証に足りる件数のリードがまず必要です。', en: 'There must be enough leads to learn from.' },
      },
      {
        metric: 'mql-rate',
        phase: 'growth',
        because: {
          ja: '件数が集まったら、営業に渡せる割合へ目を移します。',
          en: 'With volume in place, what matters is how many can be handed to sales.',
        },
      },
      {
        metric: 'win-rate',
        phase: 'maturity',
        because: {
          ja: '商談の中身を磨くほうが、件数を増やすより効く段階です。',
          en: 'Better deals now bring more than more deals.',
        },
      },
      {
        metric: 'retention-rate',
        phase: 'maturity',
        because: {
          ja: '契約した顧客が続けてくれるかで、事業の土台が決まります。',
          en: 'What the business rests on is whether customers stay.',
        },
      },
    ],
  },
];
