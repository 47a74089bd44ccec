import type { RulePages } from '../page/rule-page.ts';

/** Sums that count twice, and rates that are added or averaged. */
export const countPages = {
  'double-counting': {
    title: { ja: '同じものを2回足している', en: 'The same thing added twice' },
    means: {
      ja: '足し算の2つの項に、同じKPIが含まれています（一方がもう一方の内訳になっているなど）。',
      en: 'Two summands of a formula hold the same KPI, for instance because one is part of the other.',
    },
    why: {
      ja: '合計が実際より大きく見え、届かない計画が届くように見えます。',
      en: 'The total looks larger than it is, and a plan that falls short seems to reach.',
    },
    fix: { ja: '重なる項を1つにします。', en: 'Keep one of the two.' },
    fails: `
goals:
  leads: { target: 2,400 by 2027-03-31, equals: web-leads + all-paid, owner: marketing }
kpis:
  web-leads: { name: { ja: Web経由, en: From the web }, unit: count of lead, equals: search + ads }
  all-paid: { name: { ja: 広告と展示会, en: Paid and fairs }, unit: count of lead, equals: ads + fairs }
  search: { name: { ja: 検索, en: Search }, unit: count of lead, target: 100 per month, owner: web }
  ads: { name: { ja: 広告, en: Ads }, unit: count of lead, target: 60 per month, owner: ads }
  fairs: { name: { ja: 展示会, en: Fairs }, unit: count of lead, target: 40 per month, owner: event }
`,
    passes: `
goals:
  leads: { target: 2,400 by 2027-03-31, equals: web-leads + fairs, owner: marketing }
kpis:
  web-leads: { name: { ja: Web経由, en: From the web }, unit: count of lead, equals: search + ads }
  search: { name: { ja: 検索, en: Search }, unit: count of lead, target: 100 per month, owner: web }
  ads: { name: { ja: 広告, en: Ads }, unit: count of lead, target: 60 per month, owner: ads }
  fairs: { name: { ja: 展示会, en: Fairs }, unit: count of lead, target: 40 per month, owner: event }
`,
  },
  'part-and-whole-added': {
    title: { ja: '全体とその一部を足している', en: 'A part added to its whole' },
    means: {
      ja: '足し算に、全体（顧客）とその一部（新規顧客）が並んでいます。',
      en: 'A sum holds a whole (customers) and a part of it (new customers).',
    },
    why: { ja: '一部が二重に数えられます。', en: 'The part is counted twice.' },
    fix: {
      ja: '全体か、重ならない内訳（新規と既存）のどちらかで足します。',
      en: 'Add either the whole, or parts that do not overlap (new and existing).',
    },
    fails: `
goals:
  reach-of-shop: { name: { ja: 利用者数, en: People served }, unit: count of customer, target: 10,000 by 2027-03-31, equals: everyone + newcomers, owner: crm }
kpis:
  everyone: { name: { ja: 顧客, en: Customers }, unit: count of customer, target: 600 per month, owner: crm }
  newcomers: { name: { ja: 新規顧客, en: New customers }, unit: count of new-customer, target: 300 per month, owner: crm }
`,
    passes: `
goals:
  reach-of-shop: { name: { ja: 利用者数, en: People served }, unit: count of customer, target: 10,000 by 2027-03-31, equals: returning + newcomers, owner: crm }
kpis:
  returning: { name: { ja: リピート顧客, en: Repeat customers }, unit: count of repeat-customer, target: 600 per month, owner: crm }
  newcomers: { name: { ja: 新規顧客, en: New customers }, unit: count of new-customer, target: 300 per month, owner: crm }
`,
  },
  'distinct-added': {
    title: { ja: '人数の足し算', en: 'Numbers of people added up' },
    means: {
      ja: '重複を除いて数える人数（訪問者、リーチなど）どうしを足しています。',
      en: 'Numbers of different people, such as visitors or reach, are added to each other.',
    },
    why: {
      ja: '2つのサイトの両方を訪れた人は2人と数えられ、合計は実際の人数より多くなります。',
      en: 'Whoever visits both sites counts as two, so the sum is more than there are people.',
    },
    fix: {
      ja: '合計の人数を別に計測するか、延べ回数（セッション、表示回数）で足します。',
      en: 'Measure the total itself, or add sessions or impressions instead.',
    },
    fails: `
goals:
  people: { name: { ja: 訪問者合計, en: Visitors in all }, unit: count of visitor, target: 100,000 by 2027-03-31, equals: main-site + shop-site, owner: web }
kpis:
  main-site: { metric: visitors, name: { ja: 本サイト, en: Main site }, target: 6,000 per month, owner: web }
  shop-site: { metric: visitors, name: { ja: ショップ, en: Shop }, target: 4,000 per month, owner: ec }
`,
    passes: `
goals:
  visits: { name: { ja: セッション合計, en: Sessions in all }, unit: count of session, target: 100,000 by 2027-03-31, equals: main-site + shop-site, owner: web }
kpis:
  main-site: { metric: sessions, name: { ja: 本サイト, en: Main site }, target: 6,000 per month, owner: web }
  shop-site: { metric: sessions, name: { ja: ショップ, en: Shop }, target: 4,000 per month, owner: ec }
`,
  },
  'rates-averaged': {
    title: { ja: '率の単純平均', en: 'Rates averaged' },
    means: { ja: '率どうしを足して個数で割っています。', en: 'Rates are added up and divided by how many they are.' },
    why: {
      ja: '訪問100人で10%のページと、1万人で1%のページの平均は5.5%ではなく、約1.1%です。',
      en: 'A page with 10% of 100 visitors and one with 1% of 10,000 make about 1.1% together, not 5.5%.',
    },
    fix: { ja: '分子の合計を分母の合計で割ります。', en: 'Divide the sum of the numerators by the sum of the denominators.' },
    fails: `
goals:
  overall: { name: { ja: 全体の購入率, en: Purchase rate }, unit: ratio of order over visitor, target: 3% by 2027-03-31, population: 全訪問者, equals: (pc + mobile) / 2, owner: ec }
kpis:
  pc: { name: { ja: PC, en: Desktop }, unit: ratio of order over visitor, target: 4%, owner: ec }
  mobile: { name: { ja: スマホ, en: Mobile }, unit: ratio of order over visitor, target: 2%, owner: ec }
`,
    passes: `
goals:
  overall: { name: { ja: 全体の購入率, en: Purchase rate }, unit: ratio of order over visitor, target: 3% by 2027-03-31, population: 全訪問者, equals: bought / came, owner: ec }
kpis:
  bought: { name: { ja: 購入, en: Orders }, unit: count of order, target: 300 per month, owner: ec }
  came: { name: { ja: 訪問, en: Visitors }, unit: count of visitor, target: 10,000 per month, owner: ec }
`,
  },
  'rates-added': {
    title: { ja: '分母の違う率の足し算', en: 'Shares of different things added' },
    means: { ja: '分母が違う率どうしを足しています。', en: 'Rates of different denominators are added.' },
    why: { ja: '足した結果は、何に対する割合でもありません。', en: 'The sum is a share of nothing.' },
    fix: {
      ja: '件数に直して足すか、同じ分母の率にそろえます。',
      en: 'Add the numbers behind them, or bring them to one denominator.',
    },
    fails: `
goals:
  response: { name: { ja: 反応率, en: Response }, unit: ratio, target: 10% by 2027-03-31, population: 全配信先, equals: opened + clicked, owner: crm }
kpis:
  opened: { name: { ja: 開封率, en: Open rate }, unit: ratio of email-open over email, target: 7%, owner: crm }
  clicked: { name: { ja: クリック率, en: Click rate }, unit: ratio of click over impression, target: 3%, owner: crm }
`,
    passes: `
goals:
  response: { name: { ja: 反応率, en: Response }, unit: ratio, target: 10% by 2027-03-31, population: 全配信先, equals: opened + answered, owner: crm }
kpis:
  opened: { name: { ja: 開封率, en: Open rate }, unit: ratio of email-open over email, target: 7%, owner: crm }
  answered: { name: { ja: 返信率, en: Reply rate }, unit: ratio of email-reply over email, target: 3%, owner: crm }
`,
  },
  'ratio-averaged': {
    title: { ja: '期間で平均される率', en: 'A rate averaged over periods' },
    means: {
      ja: '率のKPIが、日や月の値を平均して集計する設定（aggregation: mean）になっています。',
      en: 'A rate is set to be the mean of its days or months (aggregation: mean).',
    },
    why: {
      ja: '訪問の少ない日も多い日も同じ重みになり、四半期の率が実際と変わります。',
      en: 'Quiet days count as much as busy ones, and the rate of a quarter is not what it was.',
    },
    fix: {
      ja: 'ratio（分子の合計÷分母の合計）にします（自動修正できます）。',
      en: 'Use ratio, the sum of numerators over the sum of denominators. This can be done for you.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  buying: { name: { ja: 購入率, en: Purchase rate }, unit: ratio of order over visitor, aggregation: mean, target: 3%, supports: [{ to: revenue, because: 買う人の割合 }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  buying: { name: { ja: 購入率, en: Purchase rate }, unit: ratio of order over visitor, aggregation: ratio, target: 3%, supports: [{ to: revenue, because: 買う人の割合 }], owner: ec }
`,
  },
} as const satisfies RulePages;
