import type { Text } from '../text/text.ts';

/** What the words of templates and tags are called: channels, industries, purposes, stages, sides, segments. [TPL-10] */
export const AUDIENCE_NAMES: Readonly<Record<string, Text>> = {
  // Channels
  ad: { ja: 'Web広告', en: 'Web ads' },
  app: { ja: 'アプリ', en: 'App' },
  ec: { ja: 'EC', en: 'Online shop' },
  event: { ja: '展示会・イベント', en: 'Exhibitions and events' },
  facebook: { ja: 'Facebook', en: 'Facebook' },
  'inside-sales': { ja: 'インサイドセールス', en: 'Inside sales' },
  instagram: { ja: 'Instagram', en: 'Instagram' },
  mail: { ja: 'メール', en: 'Email' },
  mass: { ja: 'マス広告', en: 'Mass ads' },
  'owned-media': { ja: 'オウンドメディア', en: 'Owned media' },
  partner: { ja: '代理店', en: 'Partners' },
  portal: { ja: 'ポータルサイト', en: 'Portals' },
  search: { ja: '検索', en: 'Search' },
  sns: { ja: 'SNS', en: 'Social media' },
  tiktok: { ja: 'TikTok', en: 'TikTok' },
  web: { ja: 'Webサイト', en: 'Website' },
  webinar: { ja: 'ウェビナー', en: 'Webinars' },
  x: { ja: 'X', en: 'X' },
  youtube: { ja: 'YouTube', en: 'YouTube' },
  // Industries
  consulting: { ja: 'コンサルティング', en: 'Consulting' },
  finance: { ja: '金融', en: 'Finance' },
  hr: { ja: '人材', en: 'Recruiting' },
  it: { ja: 'ITソリューション', en: 'IT solutions' },
  manufacturing: { ja: '製造', en: 'Manufacturing' },
  'real-estate': { ja: '不動産', en: 'Real estate' },
  retail: { ja: '小売・EC', en: 'Retail' },
  saas: { ja: 'SaaS', en: 'SaaS' },
  // Business models and sizes
  b2b: { ja: '法人向け', en: 'B2B' },
  b2c: { ja: '個人向け', en: 'B2C' },
  small: { ja: '小規模', en: 'Small' },
  mid: { ja: '中規模', en: 'Mid-size' },
  large: { ja: '大規模', en: 'Large' },
  // Purposes
  lead: { ja: 'リード獲得', en: 'Lead generation' },
  nurture: { ja: '育成', en: 'Nurturing' },
  opportunity: { ja: '商談づくり', en: 'Opportunities' },
  sales: { ja: '売上', en: 'Sales' },
  retention: { ja: '継続・リピート', en: 'Retention' },
  // Phases
  launch: { ja: '立ち上げ期', en: 'Launch' },
  growth: { ja: '成長期', en: 'Growth' },
  maturity: { ja: '成熟期', en: 'Maturity' },
  // Stages of the journey; some are purposes as well
  awareness: { ja: '認知', en: 'Awareness' },
  interest: { ja: '興味', en: 'Interest' },
  consideration: { ja: '検討', en: 'Consideration' },
  conversion: { ja: '購入・契約', en: 'Conversion' },
  advocacy: { ja: '推奨・拡大', en: 'Advocacy' },
  outcome: { ja: '成果', en: 'Outcome' },
  // Sides of a market
  'job-seeker': { ja: '求職者', en: 'Job seekers' },
  client: { ja: '企業', en: 'Client companies' },
  both: { ja: '両方', en: 'Both sides' },
  direct: { ja: '直販', en: 'Direct sales' },
  agency: { ja: '代理店経由', en: 'Agencies' },
};
