import { messages } from '../../problem/problem.ts';

interface Share {
  readonly percent: string;
  readonly [key: string]: string;
}

interface Balance {
  readonly newPercent: string;
  readonly repeatPercent: string;
  readonly [key: string]: string;
}

interface Unlike {
  readonly channel: string | null;
  readonly rate: string;
  readonly others: string;
  readonly visits: number;
  readonly [key: string]: string | number | null;
}

/** What shares and rates of visits say, with what to do about it. */
export const readingMessages = messages({
  'channel-organic-much': {
    severity: 'info',
    ja: ({ percent }: Share) => `自然検索が訪問の${percent}%を占め、SEOの効果が出ています。`,
    en: ({ percent }: Share) => `Organic search brings ${percent}% of visits: SEO works.`,
  },
  'channel-organic-little': {
    severity: 'info',
    ja: ({ percent }: Share) => `自然検索は訪問の${percent}%にとどまり、SEO強化の余地があります。`,
    en: ({ percent }: Share) => `Organic search brings only ${percent}% of visits: there is room for SEO.`,
  },
  'channel-referral-much': {
    severity: 'info',
    ja: ({ percent }: Share) => `外部サイトからの参照が訪問の${percent}%を占め、提携やメディア露出の効果が表れています。`,
    en: ({ percent }: Share) => `Referrals bring ${percent}% of visits: partners and media coverage show.`,
  },
  'channel-direct-much': {
    severity: 'info',
    ja: ({ percent }: Share) => `ダイレクトが訪問の${percent}%を占め、認知度・リピート率が高いと考えられます。`,
    en: ({ percent }: Share) => `Direct visits are ${percent}% of all: the name is known, or people come back.`,
  },
  'channel-social-much': {
    severity: 'info',
    ja: ({ percent }: Share) => `SNSが訪問の${percent}%を占め、SNSでの関わりが強い状態です。`,
    en: ({ percent }: Share) => `Social media bring ${percent}% of visits: people engage there.`,
  },
  'channel-social-little': {
    severity: 'info',
    ja: ({ percent }: Share) => `SNSは訪問の${percent}%です。力を入れるなら、投稿の内容と頻度から見直してください。`,
    en: ({ percent }: Share) =>
      `Social media bring ${percent}% of visits. If they matter to you, begin with what you post and how often.`,
  },
  'channel-converts-better': {
    severity: 'info',
    ja: ({ channel, rate, others, visits }: Unlike) =>
      `${channel ?? '不明な経路'}のコンバージョン率は${rate}%（訪問${visits}件）で、ほかの経路の${others}%を偶然では説明できない差で上回ります。`,
    en: ({ channel, rate, others, visits }: Unlike) =>
      `${channel ?? 'Unknown source'} converts at ${rate}% (${visits} visits), better than the others at ${others}% beyond chance.`,
  },
  'channel-converts-worse': {
    severity: 'info',
    ja: ({ channel, rate, others, visits }: Unlike) =>
      `${channel ?? '不明な経路'}のコンバージョン率は${rate}%（訪問${visits}件）で、ほかの経路の${others}%を偶然では説明できない差で下回ります。`,
    en: ({ channel, rate, others, visits }: Unlike) =>
      `${channel ?? 'Unknown source'} converts at ${rate}% (${visits} visits), worse than the others at ${others}% beyond chance.`,
  },
  'visits-mostly-new': {
    severity: 'info',
    ja: ({ newPercent }: Balance) =>
      `新規が${newPercent}%です。認知は広がっていますが、再訪が少ない状態です。コンテンツの質向上やメールマガジン登録の促進で、再訪を増やしてください。`,
    en: ({ newPercent }: Balance) =>
      `${newPercent}% are new: awareness grows, but few come back. Better content and newsletter sign-ups bring them back.`,
  },
  'visits-mostly-repeat': {
    severity: 'info',
    ja: ({ repeatPercent }: Balance) =>
      `リピートが${repeatPercent}%です。関心は続いていますが、新規の獲得が停滞しているおそれがあります。広告やSEOを強化して、新規を増やしてください。`,
    en: ({ repeatPercent }: Balance) =>
      `${repeatPercent}% are returning: interest lasts, but few are won anew. More advertising or SEO brings new ones.`,
  },
  'visits-balanced': {
    severity: 'info',
    ja: ({ newPercent, repeatPercent }: Balance) => `新規${newPercent}%、リピート${repeatPercent}%で、釣り合いが取れています。`,
    en: ({ newPercent, repeatPercent }: Balance) => `${newPercent}% new, ${repeatPercent}% returning: in balance.`,
  },
});
