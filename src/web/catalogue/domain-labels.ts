import { labels } from '../ui/labels.ts';

/** The fields of the catalogue: one per file of metrics. */
export const domainLabels = labels({
  general: { ja: '全社・経営', en: 'Company' },
  web: { ja: 'Webサイト', en: 'Web site' },
  search: { ja: '検索', en: 'Search' },
  ad: { ja: '広告', en: 'Advertising' },
  'owned-media': { ja: 'オウンドメディア', en: 'Owned media' },
  sns: { ja: 'SNS', en: 'Social media' },
  mail: { ja: 'メール', en: 'E-mail' },
  b2b: { ja: 'B2Bリード', en: 'B2B leads' },
  sales: { ja: '営業', en: 'Sales' },
  webinar: { ja: 'ウェビナー', en: 'Webinars' },
  event: { ja: '展示会・イベント', en: 'Events' },
  ec: { ja: 'EC', en: 'Online shops' },
  customer: { ja: '顧客・リピート', en: 'Customers' },
  saas: { ja: 'SaaS', en: 'SaaS' },
  finance: { ja: '金融', en: 'Finance' },
  'real-estate': { ja: '不動産', en: 'Real estate' },
  hr: { ja: '人材', en: 'Recruiting' },
  manufacturing: { ja: '製造・代理店', en: 'Manufacturing' },
});

export type Domain = keyof typeof domainLabels;

export const DOMAINS = Object.keys(domainLabels).filter(isDomain);

export function isDomain(id: string): id is Domain {
  return Object.hasOwn(domainLabels, id);
}
