import type { RulePages } from '../page/rule-page.ts';

const kpis = (count: number, fields = '') =>
  Array.from(
    { length: count },
    (_, i) =>
      `  k${i}: { name: { ja: 指標${i}, en: Measure ${i} }, unit: score 1..5, target: 4, under: content, owner: web${fields} }`,
  ).join('\n');

const HEAD = `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
factors:
  content: { name: { ja: 役立つ記事, en: Useful articles }, supports: leads, because: 記事から資料請求が生まれる, owner: web }
kpis:
`;

const SHOPS = Array.from({ length: 10 }, (_, i) => `shop-${i}`);

const shop = (id: string, i: number) =>
  `  ${id}: { name: { ja: 店舗${i}, en: Shop ${i} }, unit: count of lead, target: 20 per month, owner: shop }`;

const chain = (depth: number) =>
  [
    'goals:',
    '  leads: { target: 2,000 by 2027-03-31, equals: step-1, owner: marketing }',
    'kpis:',
    ...Array.from({ length: depth }, (_, i) => {
      const end = i + 1 === depth ? 'target: 200 per month, owner: web' : `equals: step-${i + 2}`;
      return `  step-${i + 1}: { name: { ja: 段階${i + 1}, en: Step ${i + 1} }, unit: count of lead, ${end} }`;
    }),
    '',
  ].join('\n');

export const sizePages = {
  'too-many-kpis': {
    title: { ja: 'KPIが多すぎる', en: 'Too many KPIs' },
    means: { ja: '目標のあるKPIが1つの計画に21件以上あります。', en: 'More than twenty KPIs of one plan have targets.' },
    why: {
      ja: '会議で1件ずつ見ると時間が足りず、どれが大事なのか分からなくなります。',
      en: 'No meeting gets through them, and nobody knows which of them matter.',
    },
    fix: {
      ja: '成果を左右するものに絞り、残りは watch: true にするか、部門ごとの計画に分けます。',
      en: 'Keep what decides the result, only watch the rest, or make a plan for each team.',
    },
    fails: `${HEAD}${kpis(21)}
`,
    passes: `${HEAD}${kpis(5)}
`,
  },
  'too-many-per-factor': {
    title: { ja: '1つの要因にKPIが多すぎる', en: 'Too many KPIs for one factor' },
    means: {
      ja: '1つの重要成功要因（KSF）に、目標のあるKPIが8件以上あります。',
      en: 'A success factor has eight KPIs with targets or more.',
    },
    why: {
      ja: '要因が広すぎて、何を良くするのかが言えなくなっています。',
      en: 'It has become too wide to say what is to get better.',
    },
    fix: { ja: '要因を2つに分けるか、代表するKPIに絞ります。', en: 'Split it in two, or keep the KPIs that stand for it.' },
    fails: `${HEAD}${kpis(8)}
`,
    passes: `${HEAD}${kpis(3)}
`,
  },
  'formula-too-wide': {
    title: { ja: '計算式が長すぎる', en: 'A formula of too many parts' },
    means: { ja: '1つの計算式に10個以上のKPIが並んでいます。', en: 'One formula is made of ten KPIs or more.' },
    why: {
      ja: 'ツリーが横に広がって読めず、どの内訳が効いたのかも見えません。',
      en: 'The tree spreads out of sight, and which part mattered cannot be seen.',
    },
    fix: {
      ja: '地域や商品群などの小計をKPIとして作り、2段にします。',
      en: 'Make subtotals, by region or group, and build it in two steps.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, equals: ${SHOPS.join(' + ')}, owner: marketing }
kpis:
${SHOPS.map(shop).join('\n')}
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, equals: east + west, owner: marketing }
kpis:
  east: { name: { ja: 東日本, en: East }, unit: count of lead, equals: ${SHOPS.slice(0, 5).join(' + ')} }
  west: { name: { ja: 西日本, en: West }, unit: count of lead, equals: ${SHOPS.slice(5).join(' + ')} }
${SHOPS.map(shop).join('\n')}
`,
  },
  'tree-too-deep': {
    title: { ja: 'ツリーが深すぎる', en: 'A tree too deep' },
    means: {
      ja: '最終目標から8段以上下に、計算のもとになるKPIがあります。',
      en: 'What the goal is calculated from goes eight steps down or more.',
    },
    why: {
      ja: '下の段で起きた変化が最終目標にどう効くのか、誰も説明できなくなります。',
      en: 'Nobody can explain any more how what happens below moves the goal.',
    },
    fix: {
      ja: '途中の段をまとめるか、下の部分を別の計画に分けます。',
      en: 'Join steps, or give the lower part a plan of its own.',
    },
    fails: chain(8),
    passes: chain(3),
  },
  'mostly-undecided': {
    title: { ja: '未定の目標が多い', en: 'Mostly undecided' },
    means: { ja: '目標の決まったKPIより、未定のKPIのほうが多くあります。', en: 'More KPIs are undecided than decided.' },
    why: { ja: '計画に見えて、まだ何も約束していません。', en: 'It looks like a plan and promises nothing yet.' },
    fix: {
      ja: '影響の大きいものから仮の数値を置き、根拠（source）を書きます。',
      en: 'Put a provisional number to the ones that matter most, and note its source.',
    },
    fails: `${HEAD}${kpis(1)}
  a: { name: { ja: 指標A, en: Measure A }, unit: score 1..5, target: 未定, under: content, owner: web }
  b: { name: { ja: 指標B, en: Measure B }, unit: score 1..5, target: 未定, under: content, owner: web }
  c: { name: { ja: 指標C, en: Measure C }, unit: score 1..5, target: 未定, under: content, owner: web }
`,
    passes: `${HEAD}${kpis(3)}
  a: { name: { ja: 指標A, en: Measure A }, unit: score 1..5, target: 未定, under: content, owner: web }
`,
  },
} as const satisfies RulePages;
