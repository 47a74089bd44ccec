import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';
import type { Direction } from '../unit/unit.ts';
import type { NodeId } from './plan.ts';

/** A part of a formula, as far as success factors depend on it. */
export interface FormulaPart {
  readonly id: NodeId;
  readonly metric: MetricId;
  readonly name: Text;
  readonly direction: Direction;
}

/** A success factor that could stand between a goal and a part of its formula. */
export interface FactorIdea {
  /** Free to be used as the factor's id where nothing else has it. */
  readonly id: string;
  readonly name: Text;
  readonly because: Text;
  /** The part it would move. */
  readonly part: NodeId;
}

/**
 * Success factors that the parts of a formula suggest, in the formula's order: what is known of the metric, else the plain wish to
 * raise or lower the part. People who buy give two, those to win and those to keep. [DES-10]
 */
export function factorIdeas(parts: readonly FormulaPart[]): readonly FactorIdea[] {
  return parts.flatMap(part => {
    const known = KNOWN.filter(({ metrics }) => metrics.includes(part.metric));
    return known.length > 0 ? known.map(({ id, name, because }) => ({ id, name, because, part: part.id })) : [plainIdea(part)];
  });
}

function plainIdea({ id, name, direction }: FormulaPart): FactorIdea {
  const isDown = direction === 'down';
  return {
    id: `${isDown ? 'lower' : 'raise'}-${id}`,
    name: isDown ? { ja: `${name.ja}を抑える`, en: `Keep ${name.en} low` } : { ja: `${name.ja}を高める`, en: `Raise ${name.en}` },
    because: {
      ja: `${name.ja}は計算式の要素なので、変わった分だけ最終目標が動きます。`,
      en: `${name.en} is part of the formula, so the goal moves with it.`,
    },
    part: id,
  };
}

const PEOPLE_WHO_BUY = ['customers', 'buyers', 'buyers-in-year'];

const KNOWN: readonly (Omit<FactorIdea, 'part'> & { readonly metrics: readonly MetricId[] })[] = [
  {
    metrics: [...PEOPLE_WHO_BUY, 'new-customers', 'won-deals'],
    id: 'win-new-customers',
    name: { ja: '新規顧客を獲得する', en: 'Win new customers' },
    because: {
      ja: '買う人が増えなければ、単価や頻度だけで売上は伸び続けません。',
      en: 'Without more people who buy, price and frequency alone run out.',
    },
  },
  {
    metrics: PEOPLE_WHO_BUY,
    id: 'keep-customers',
    name: { ja: '既存顧客を維持する', en: 'Keep the customers there are' },
    because: {
      ja: '離れた顧客の分を埋めるだけの獲得には、維持より多くの費用がかかります。',
      en: 'Replacing customers who leave costs more than keeping them.',
    },
  },
  {
    metrics: ['aov', 'arpu', 'contract-value', 'revenue-per-customer'],
    id: 'raise-value',
    name: { ja: '顧客単価を高める', en: 'Raise what each customer spends' },
    because: {
      ja: '同じ件数でも、1件の金額が上がった分だけ売上が増えます。',
      en: 'With as many sales, revenue grows with the value of each.',
    },
  },
  {
    metrics: ['purchase-frequency', 'repeat-rate'],
    id: 'sell-again',
    name: { ja: 'リピートの頻度を高める', en: 'Sell to customers more often' },
    because: {
      ja: '獲得の費用をかけずに、同じ顧客からの売上を増やせます。',
      en: 'The same customers bring more without the cost of winning them.',
    },
  },
  {
    metrics: ['orders'],
    id: 'win-orders',
    name: { ja: '注文を増やす', en: 'Win more orders' },
    because: { ja: '注文の件数が、売上の大きさをまず決めます。', en: 'The number of orders decides revenue first.' },
  },
  {
    metrics: ['leads', 'mqls', 'sqls'],
    id: 'gather-leads',
    name: { ja: '質の高いリードを十分に集める', en: 'Gather enough good leads' },
    because: {
      ja: '見込み客がいなければ、商談も受注も生まれません。',
      en: 'Without people who are interested there are no meetings and no deals.',
    },
  },
  {
    metrics: ['mql-rate', 'sql-rate', 'meeting-rate'],
    id: 'nurture-leads',
    name: { ja: 'リードを商談まで育てる', en: 'Bring leads on to meetings' },
    because: {
      ja: '次の段階へ進む割合が上がれば、同じ数のリードから多くの商談が生まれます。',
      en: 'More of the same leads become meetings when more of them go on.',
    },
  },
  {
    metrics: ['win-rate'],
    id: 'win-deals',
    name: { ja: '成約率を高める', en: 'Win more of the deals' },
    because: {
      ja: '商談まで進んだ案件を契約にできれば、集客の費用が生きます。',
      en: 'Deals that are won make what was spent on them worth it.',
    },
  },
  {
    metrics: ['visitors', 'sessions'],
    id: 'attract-visitors',
    name: { ja: '見込みの高い来訪者を集める', en: 'Attract visitors likely to buy' },
    because: { ja: '来訪者がいなければ、購入の機会そのものがありません。', en: 'Nobody can buy who does not come.' },
  },
  {
    metrics: ['cvr', 'visitor-cvr', 'purchase-cvr', 'session-purchase-cvr'],
    id: 'ease-buying',
    name: { ja: '買いやすくする', en: 'Make buying easy' },
    because: {
      ja: '迷いや手間を減らすほど、来訪した人が購入まで進みます。',
      en: 'The less doubt and effort, the more visitors buy.',
    },
  },
];
