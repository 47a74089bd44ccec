import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';

/** What a company may be after, and the metrics of the catalogue that goals are usually set on for it. [DES-04] */
export interface CompanyAim {
  readonly id: string;
  readonly name: Text;
  /** The metric that fits most plans first. */
  readonly goals: readonly AimGoal[];
}

export interface AimGoal {
  readonly metric: MetricId;
  /** Why reaching it serves the aim. */
  readonly because: Text;
}

/**
 * Metrics of the catalogue that goals are usually set on for a company's aim, said in either language; none where its words are not
 * known. What a table proposes is a beginning, never a refusal of another goal. [DES-04]
 */
export function goalsForAim(aim: Text): readonly MetricId[] {
  const words = `${aim.ja} ${aim.en}`;
  return [...new Set(AIMS.flatMap(({ said, goals }) => (said.test(words) ? goals.map(({ metric }) => metric) : [])))];
}

/** Why a metric serves a company's aim, as it is proposed; undefined where it is not proposed for it. [DES-04] */
export function reasonForAim(aim: string, metric: MetricId): Text | undefined {
  return AIMS.flatMap(({ said, goals }) => (said.test(aim) ? goals : [])).find(goal => goal.metric === metric)?.because;
}

interface SaidAim extends CompanyAim {
  /** Words by which the aim is recognised. */
  readonly said: RegExp;
}

const AIMS: readonly SaidAim[] = [
  {
    id: 'growth',
    name: { ja: '売上を伸ばす', en: 'Grow revenue' },
    said: /売上拡大|売上を伸ば|売上成長|増収|事業拡大|revenue growth|grow revenue|grow sales/i,
    goals: [
      {
        metric: 'revenue',
        because: {
          ja: '伸ばしたい売上そのものを、期限のある数値にします。',
          en: 'It is the revenue itself, with a number and a date.',
        },
      },
      {
        metric: 'new-customers',
        because: {
          ja: '買う人が増えることが、続く成長の土台になります。',
          en: 'More people who buy are what lasting growth rests on.',
        },
      },
    ],
  },
  {
    id: 'share',
    name: { ja: '市場シェアを拡大する', en: 'Win market share' },
    said: /シェア|市場占有|market share/i,
    goals: [
      {
        metric: 'new-customers',
        because: {
          ja: '他社から選び直してもらった数が、シェアの動きに直結します。',
          en: 'Share moves with the customers who choose you instead of others.',
        },
      },
      {
        metric: 'market-share',
        because: { ja: '市場全体に対する自社の割合を直接測ります。', en: 'It measures your part of the whole market directly.' },
      },
    ],
  },
  {
    id: 'profit',
    name: { ja: '収益性を高める', en: 'Raise profitability' },
    said: /収益性|利益率|採算|粗利|profitab|margin/i,
    goals: [
      {
        metric: 'aov',
        because: {
          ja: '同じ獲得費用で、1回の購入から得る金額が増えます。',
          en: 'Each purchase brings more at the same cost of winning it.',
        },
      },
      {
        metric: 'repeat-rate',
        because: { ja: '再購入には獲得の費用がほとんどかかりません。', en: 'Buying again costs next to nothing to win.' },
      },
    ],
  },
  {
    id: 'retention',
    name: { ja: '顧客に長く使い続けてもらう', en: 'Keep customers longer' },
    said: /継続率|解約|顧客維持|ロイヤル|長く使|リテンション|retention|churn|loyal|keep customers/i,
    goals: [
      {
        metric: 'churn-rate',
        because: {
          ja: '離れる割合が下がるほど、今の顧客からの売上が続きます。',
          en: 'The fewer leave, the longer the revenue of today’s customers lasts.',
        },
      },
      {
        metric: 'ltv',
        because: {
          ja: '1人の顧客が取引の間にもたらす金額で、続いた成果を測ります。',
          en: 'It measures what staying is worth over a customer’s whole time.',
        },
      },
    ],
  },
  {
    id: 'efficiency',
    name: { ja: '獲得の費用対効果を高める', en: 'Win customers at lower cost' },
    said: /費用対効果|獲得効率|広告効率|投資対効果|cost[- ]effective|efficien|lower cost/i,
    goals: [
      {
        metric: 'cac',
        because: { ja: '顧客1人の獲得にかけた費用で、効率を直接測ります。', en: 'It is what one new customer costs to win.' },
      },
      {
        metric: 'roas',
        because: {
          ja: '広告費の何倍の売上になったかで、使い方の良し悪しが分かります。',
          en: 'How many times the ad cost comes back shows what spending does.',
        },
      },
    ],
  },
  {
    id: 'awareness',
    name: { ja: 'ブランドを知ってもらう', en: 'Become known' },
    said: /認知|知名度|知ってもら|awareness|become known|well.known/i,
    goals: [
      {
        metric: 'brand-awareness',
        because: {
          ja: '対象とする人のうち何%が知っているかを、調査で直接測ります。',
          en: 'A survey says what share of the people meant know you.',
        },
      },
      {
        metric: 'visitors',
        because: {
          ja: '知って訪れた人の数を、調査を待たずに毎週追えます。',
          en: 'The people who come can be followed every week, without a survey.',
        },
      },
    ],
  },
  {
    id: 'satisfaction',
    name: { ja: '顧客に満足してもらう', en: 'Satisfy customers' },
    said: /満足|推奨|顧客体験|satisf|customer experience|recommend/i,
    goals: [
      {
        metric: 'nps',
        because: {
          ja: '人に勧めたい気持ちの強さは、継続と紹介の先行きを表します。',
          en: 'Whether people recommend you tells of staying and of referrals to come.',
        },
      },
      {
        metric: 'customer-satisfaction',
        because: {
          ja: '利用のたびの評価から、直すべき点が分かります。',
          en: 'What people say after each use shows what to put right.',
        },
      },
    ],
  },
  {
    id: 'pipeline',
    name: { ja: '商談を増やす', en: 'Win more sales meetings' },
    said: /商談|営業機会|パイプライン|pipeline|sales meetings|opportunit/i,
    goals: [
      {
        metric: 'meetings',
        because: {
          ja: '営業が会えた件数が、次の四半期の受注の上限を決めます。',
          en: 'The meetings sales has set the limit of next quarter’s deals.',
        },
      },
      {
        metric: 'sqls',
        because: {
          ja: '営業が受け取ったリードの数で、量と質を同時に見られます。',
          en: 'Leads that sales accepts show volume and quality at once.',
        },
      },
    ],
  },
];

/** Aims of companies, each with the goals that are usually set for it. */
export const COMPANY_AIMS: readonly CompanyAim[] = AIMS;
