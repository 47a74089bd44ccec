import { messages } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';

/** The parts of a question that people set, as they are called on screen. */
export const QUESTION_PARTS = {
  window: { ja: '期間', en: 'The window' },
  lookback: { ja: 'さかのぼる期間', en: 'The lookback' },
  memory: { ja: 'さかのぼる期間', en: 'The time looked back' },
  unit: { ja: '購入をまとめる単位', en: 'The unit of purchases' },
  within: { ja: '行動を数える期間', en: 'The time to act' },
  until: { ja: '結果を見る期間', en: 'The time to the outcome' },
  halfLife: { ja: '半減期', en: 'The half-life' },
  asOf: { ja: '基準の日時', en: 'The moment' },
  since: { ja: '比較する日時', en: 'The moment compared with' },
  origin: { ja: '単位の起点', en: 'The origin of units' },
  edges: { ja: '期間の区切り', en: 'The edges of periods' },
  span: { ja: '対象期間', en: 'The period' },
  value: { ja: '金額の条件', en: 'The condition on value' },
} as const satisfies Readonly<Record<string, Text>>;

export type QuestionPart = keyof typeof QUESTION_PARTS;

interface Unknown {
  readonly [key: string]: string | undefined;
  readonly name: string;
  /** The known name most like it. */
  readonly near?: string;
}

interface Limit {
  readonly [key: string]: number;
  readonly found: number;
  readonly most: number;
}

export const journeyMessages = messages({
  'journey-no-events': {
    severity: 'error',
    ja: () => '行動のデータがまだありません。先に行動のデータを取り込んでください。',
    en: () => 'There are no events yet. Import events first.',
  },
  'journey-event-unknown': {
    severity: 'error',
    ja: ({ name, near }: Unknown) =>
      near === undefined
        ? `「${name}」というイベントはありません。イベントの一覧から選んでください。`
        : `「${name}」というイベントはありません。「${near}」のことでしょうか。`,
    en: ({ name, near }: Unknown) =>
      near === undefined
        ? `There is no event "${name}". Choose one from the list of events.`
        : `There is no event "${name}". Did you mean "${near}"?`,
  },
  'journey-dimension-unknown': {
    severity: 'error',
    ja: ({ name, near }: Unknown) =>
      near === undefined
        ? `「${name}」という切り口はありません。切り口の一覧から選んでください。`
        : `「${name}」という切り口はありません。「${near}」のことでしょうか。`,
    en: ({ name, near }: Unknown) =>
      near === undefined
        ? `There is no dimension "${name}". Choose one from the list of dimensions.`
        : `There is no dimension "${name}". Did you mean "${near}"?`,
  },
  'journey-length': {
    severity: 'error',
    ja: (p: { part: QuestionPart }) => `${QUESTION_PARTS[p.part].ja}は0より長くしてください。`,
    en: (p: { part: QuestionPart }) => `${QUESTION_PARTS[p.part].en} must be longer than 0.`,
  },
  'journey-moment': {
    severity: 'error',
    ja: (p: { part: QuestionPart }) => `${QUESTION_PARTS[p.part].ja}が日時として読めません。ミリ秒の整数で指定してください。`,
    en: (p: { part: QuestionPart }) => `${QUESTION_PARTS[p.part].en} cannot be read as a moment. Give whole milliseconds.`,
  },
  'journey-span-empty': {
    severity: 'error',
    ja: () => '対象期間の終わりが始まり以前になっています。終わりを始まりより後にしてください。',
    en: () => 'The period ends before it begins. Let it end later than it begins.',
  },
  'journey-value-bounds': {
    severity: 'error',
    ja: (p: { min: number; max: number }) => `金額の下限${p.min}が上限${p.max}を超えています。`,
    en: (p: { min: number; max: number }) => `The lowest value ${p.min} is above the highest, ${p.max}.`,
  },
  'journey-steps-none': {
    severity: 'error',
    ja: () => 'ステップを1つ以上指定してください。',
    en: () => 'Name at least one step.',
  },
  'journey-steps-many': {
    severity: 'error',
    ja: ({ found, most }: Limit) => `ステップが${found}個あります。${most}個までにしてください。`,
    en: ({ found, most }: Limit) => `There are ${found} steps. At most ${most} can be asked about.`,
  },
  'journey-step-missing': {
    severity: 'error',
    ja: (p: { step: number; steps: number }) => `${p.step}番目のステップはありません。ステップは${p.steps}個です。`,
    en: (p: { step: number; steps: number }) => `There is no step ${p.step}. The funnel has ${p.steps}.`,
  },
  'journey-exclusion-order': {
    severity: 'error',
    ja: (p: { after: number; before: number }) =>
      `除外の範囲が逆です（ステップ${p.after}の後、ステップ${p.before}の前）。前のステップから後のステップへの順で指定してください。`,
    en: (p: { after: number; before: number }) =>
      `The exclusion runs backwards (after step ${p.after}, before step ${p.before}). Name the earlier step first.`,
  },
  'journey-edges-few': {
    severity: 'error',
    ja: () => '期間が1つもありません。区切りを2つ以上指定してください。',
    en: () => 'There is no period. Give at least two edges.',
  },
  'journey-edges-order': {
    severity: 'error',
    ja: (p: { place: number }) =>
      `期間の区切りの${p.place}番目が、その前の区切り以前になっています。早い順に、重なりなく並べてください。`,
    en: (p: { place: number }) =>
      `Edge ${p.place} of the periods is not later than the one before it. Give them in ascending order.`,
  },
  'journey-buckets-many': {
    severity: 'error',
    ja: ({ found, most }: Limit) => `期間が${found}個になります。${most}個までにするか、日を週や月にまとめてください。`,
    en: ({ found, most }: Limit) =>
      `That makes ${found} periods; at most ${most} can be asked about. Take weeks or months instead of days.`,
  },
  'journey-dimensions-none': {
    severity: 'error',
    ja: () => '切り口を1つ以上選んでください。',
    en: () => 'Choose at least one dimension.',
  },
  'journey-dimensions-many': {
    severity: 'error',
    ja: ({ found, most }: Limit) => `切り口が${found}個あります。${most}個までにしてください。`,
    en: ({ found, most }: Limit) => `There are ${found} dimensions. At most ${most} can be combined.`,
  },
  'journey-rolling-length': {
    severity: 'error',
    ja: ({ most }: Limit) => `合わせて数える期間の数は、1〜${most}の整数にしてください。`,
    en: ({ most }: Limit) => `The number of periods counted together must be a whole number from 1 to ${most}.`,
  },
  'journey-models-none': {
    severity: 'error',
    ja: () => 'アトリビューションのモデルを1つ以上選んでください。',
    en: () => 'Choose at least one attribution model.',
  },
  'journey-shares': {
    severity: 'error',
    ja: () => '最初と最後の接点への配分は、それぞれ0〜100%で、合計が100%以下になるようにしてください。',
    en: () => 'The shares of the first and the last touch must each be from 0% to 100%, and at most 100% together.',
  },
  'journey-cuts': {
    severity: 'error',
    ja: (p: { score: 'recency' | 'frequency' | 'money' }) =>
      `RFMの${CUT_NAMES[p.score].ja}の境界は、小さい順に4つの数で指定してください。`,
    en: (p: { score: 'recency' | 'frequency' | 'money' }) =>
      `The bounds of RFM ${CUT_NAMES[p.score].en} must be four numbers in ascending order.`,
  },
  'journey-since-late': {
    severity: 'error',
    ja: () => '比較する日時が基準の日時以後になっています。基準より前の日時にしてください。',
    en: () => 'The moment compared with is not earlier than the moment itself. Choose an earlier one.',
  },
  'journey-until-early': {
    severity: 'error',
    ja: () => '結果を見る期間は、行動を数える期間より長くしてください。結果は行動の後に起きたものだけを数えます。',
    en: () => 'The time to the outcome must be longer than the time to act: only what comes after it counts as outcome.',
  },
  'journey-thresholds': {
    severity: 'error',
    ja: ({ most }: Limit) => `回数のしきい値は、1以上の整数を小さい順に、1〜${most}個指定してください。`,
    en: ({ most }: Limit) => `Give 1 to ${most} thresholds, whole numbers from 1 on in ascending order.`,
  },
  'journey-flow-length': {
    severity: 'error',
    ja: ({ most }: Limit) => `たどる行動の数は、1〜${most}の整数にしてください。`,
    en: ({ most }: Limit) => `The number of steps followed must be a whole number from 1 to ${most}.`,
  },
});

const CUT_NAMES = {
  recency: { ja: '最終購入からの日数', en: 'recency' },
  frequency: { ja: '購入回数', en: 'frequency' },
  money: { ja: '購入金額', en: 'money' },
} as const;
