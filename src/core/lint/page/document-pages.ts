import { changed, pageOf, SOUND } from './page-of.ts';
import type { RulePages } from './rule-page.ts';

const UNREAD = [
  '読めない部分があると、計画全体を計算できません。',
  'While a part cannot be read, the plan cannot be calculated.',
] as const;
const UNSAFE = [
  '計画は誰が書いたファイルでも安全に読めるよう、値だけを受け付けます。',
  'Plans come from anybody, so only plain values are read.',
] as const;
const LARGE = [
  'ほかの利用者の画面まで遅くなるのを防ぐための上限です。',
  'The limit keeps one document from slowing everybody else down.',
] as const;

/** What can be wrong with plan.yaml as a document. */
export const documentPages: RulePages = {
  'document-too-large': pageOf(
    ['ファイルが大きすぎる', 'The file is too large'],
    ['plan.yaml が100万バイトを超えています。', 'plan.yaml is larger than 1,000,000 bytes.'],
    LARGE,
    ['月別の値は sheet.csv に移し、計画を分けます。', 'Move monthly values into sheet.csv, and split the plan.'],
  ),
  'document-too-long': pageOf(
    ['項目が多すぎる', 'Too many entries'],
    ['plan.yaml の項目が20万を超えています。', 'plan.yaml holds more than 200,000 entries.'],
    LARGE,
    ['計画を部門ごとに分けます。', 'Make a plan for each team.'],
  ),
  'document-too-deep': pageOf(
    ['入れ子が深すぎる', 'Nested too deeply'],
    ['24段より深い入れ子があります。', 'Entries are nested more than 24 levels deep.'],
    UNSAFE,
    ['入れ子を減らします。計画の書き方に、これほど深い場所はありません。', 'Nest less; nothing in a plan goes that deep.'],
    `${SOUND}notes: ${'['.repeat(30)}x${']'.repeat(30)}
`,
    SOUND,
  ),
  'yaml-syntax': pageOf(
    ['YAMLの書き方の誤り', 'Not valid YAML'],
    ['字下げ、かっこ、引用符のどれかが合っていません。', 'Indentation, brackets or quotes do not fit.'],
    UNREAD,
    [
      '示された行と、その前の行を確かめます。閉じかっこの抜けとタブ文字がよくある原因です。',
      'Look at the line named and the one before it: a missing bracket or a tab is usual.',
    ],
    changed('owner: ec }\n  aov', 'owner: ec \n  aov'),
    SOUND,
  ),
  'duplicate-key': pageOf(
    ['同じキーが2回ある', 'A key twice'],
    ['1つの項目に同じキーが2回書かれています。', 'One entry has the same key twice.'],
    ['どちらの値が正しいのか、読み手には分かりません。', 'Nobody can tell which of the two is meant.'],
    ['片方を消します。', 'Take one of them out.'],
    changed('target: 9,000円', 'target: 9,000円, target: 8,000円'),
    SOUND,
  ),
  'alias-not-allowed': pageOf(
    ['アンカーとエイリアス', 'Anchors and aliases'],
    ['YAMLのアンカー（&）やエイリアス（*）が使われています。', 'The document uses anchors (&) or aliases (*).'],
    UNSAFE,
    ['繰り返す値は、そのまま書きます。', 'Write repeated values out.'],
    changed('owner: sales', 'owner: &who sales'),
    SOUND,
  ),
  'tag-not-allowed': pageOf(
    ['タグ', 'A tag'],
    ['YAMLのタグ（!）が使われています。', 'The document uses a tag (!).'],
    UNSAFE,
    ['タグを消し、値だけを書きます。', 'Take the tag out and write the value alone.'],
    changed('owner: sales', 'owner: !who sales'),
    SOUND,
  ),
  'unknown-key': pageOf(
    ['知らないキー', 'An unknown key'],
    ['計画の書き方にないキーがあります。', 'A key is not part of how plans are written.'],
    [
      '書き間違いをそのまま読み飛ばすと、書いたはずの目標が効いていないことに気付けません。',
      'Skipped silently, a mistyped target would count for nothing and nobody would know.',
    ],
    [
      '近いキーが示されていれば、それに直します。メモは note か notes に書きます。',
      'Use the key that is suggested. Remarks go under note or notes.',
    ],
    changed('target: 9,000円', 'taget: 9,000円'),
    SOUND,
  ),
  'missing-key': pageOf(
    ['必要なキーがない', 'A key is missing'],
    [
      '必ず書くキー（period や goals、ignore の because など）がありません。',
      'A key every plan needs (period, goals, because under ignore) is not there.',
    ],
    UNREAD,
    ['示されたキーを書きます。', 'Write the key that is named.'],
    `${SOUND}ignore:
  - { rule: attainability-unknown }
`,
    `${SOUND}ignore:
  - { rule: attainability-unknown, because: 初年度のため }
`,
  ),
  'wrong-value': pageOf(
    ['値の種類が違う', 'A value of the wrong kind'],
    [
      '文字の場所に一覧がある、選択肢にない言葉がある、などです。',
      'A list stands where a text should, or a word that is none of the choices.',
    ],
    UNREAD,
    ['「必要な形」に合わせて書き直します。', 'Write it in the form that is named.'],
    changed('target: 9,000円', 'direction: upwards, target: 9,000円'),
    changed('target: 9,000円', 'direction: up, target: 9,000円'),
  ),
  'bad-id': pageOf(
    ['id に使えない文字', 'An id that cannot be used'],
    [
      'goals や kpis の id に、計算式で使えない文字が入っています。',
      'The id of a goal or KPI has characters no formula can hold.',
    ],
    ['id は計算式の中で名前として読まれます。', 'Formulas read ids as names.'],
    [
      '文字で始め、文字・数字・ハイフンだけにします。表示する名前は name に書きます。',
      'Begin with a letter; use letters, digits and hyphens. What people see goes under name.',
    ],
    changed('  aov:', '  1aov: { watch: true }\n  aov:'),
    SOUND,
  ),
  'duplicate-id': pageOf(
    ['同じ id が2つ', 'An id twice'],
    ['最終目標・要因・KPIのうち2つが、同じ id です。', 'Two goals, factors or KPIs have the same id.'],
    ['計算式の中で、どちらを指すのか決まりません。', 'A formula could mean either.'],
    ['片方の id を変え、計算式も直します。', 'Rename one, and the formulas that use it.'],
    changed('  aov:', '  revenue: { watch: true }\n  aov:'),
    SOUND,
  ),
  'unknown-reference': pageOf(
    ['存在しない名前', 'A name that does not exist'],
    [
      '計算式や under、supports、pair、シートに、計画にない id があります。',
      'A formula, under, supports, pair or the sheet names an id the plan does not have.',
    ],
    UNREAD,
    [
      '近い名前が示されていれば、それに直します。引き算のハイフンの前後には空白を入れます。',
      'Use the name that is suggested. Put spaces around a minus.',
    ],
    changed('orders * aov', 'order * aov'),
    SOUND,
  ),
  'period-unreadable': pageOf(
    ['計画の期間が読めない', 'The period cannot be read'],
    [
      'period が「開始日/終了日」になっていないか、10年を超えています。',
      'The period is not "first day/last day", or longer than ten years.',
    ],
    UNREAD,
    ['「2026-04-01/2027-03-31」のように書きます。', 'Write it like 2026-04-01/2027-03-31.'],
    `
period: 2026年度${SOUND}`,
    `
period: 2026-04-01/2027-03-31${SOUND}`,
  ),
  'zone-unknown': pageOf(
    ['知らないタイムゾーン', 'An unknown time zone'],
    ['calendar の zone に、存在しない名前が書かれています。', 'The zone under calendar does not exist.'],
    ['日付の区切りが決まらないと、どの日の数字か言えません。', 'Without it nobody can say where a day begins.'],
    ['「Asia/Tokyo」のように書きます。', 'Write it like Asia/Tokyo.'],
    `
calendar: { zone: Japan/Tokyo }${SOUND}`,
    `
calendar: { zone: Asia/Tokyo }${SOUND}`,
  ),
  'unit-unreadable': pageOf(
    ['単位が読めない', 'A unit that cannot be read'],
    ['unit の書き方が、知られている形のどれにも合いません。', 'The unit fits none of the known forms.'],
    ['単位が分からないと、計算式が正しいか検査できません。', 'Without it formulas cannot be checked.'],
    [
      '「count of lead」「ratio of order over visitor」「JPY per order」「days」「score 1..5」のように書きます。',
      'Write it like "count of lead", "ratio of order over visitor", "JPY per order", "days" or "score 1..5".',
    ],
    changed('target: 9,000円', 'unit: yen-ish of of, target: 9,000円'),
    SOUND,
  ),
};
