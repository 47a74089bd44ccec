import type { Text } from '../text/text.ts';

/** Who usually answers for a KPI, until somebody's name stands there. */
export const ROLES = [
  'marketing',
  'sales',
  'inside-sales',
  'success',
  'shop',
  'ads',
  'editor',
  'social',
  'mail',
  'web',
  'events',
  'finance',
  'product',
  'partners',
  'recruiting',
  'management',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  marketing: { ja: 'マーケティング', en: 'marketing' },
  sales: { ja: '営業', en: 'sales' },
  'inside-sales': { ja: 'インサイドセールス', en: 'inside-sales' },
  success: { ja: 'カスタマーサクセス', en: 'customer-success' },
  shop: { ja: '店舗運営', en: 'shop' },
  ads: { ja: '広告', en: 'ads' },
  editor: { ja: '編集', en: 'editors' },
  social: { ja: 'SNS', en: 'social-media' },
  mail: { ja: 'メール配信', en: 'email' },
  web: { ja: 'Web制作', en: 'web' },
  events: { ja: 'イベント', en: 'events' },
  finance: { ja: '経理', en: 'finance' },
  product: { ja: '商品企画', en: 'product' },
  partners: { ja: '代理店担当', en: 'partner-sales' },
  recruiting: { ja: '採用支援', en: 'recruiting' },
  management: { ja: '経営企画', en: 'management' },
};
