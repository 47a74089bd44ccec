import type { Member } from '#core/act/member.ts';
import type { Text } from '#core/text/text.ts';

/** The demo company: invented, as are its people and customers. */
export const COMPANY: Text = { ja: '株式会社みなとソフト（架空）', en: 'Minato Soft Inc. (fictional)' };

export const PEOPLE: readonly Member[] = [
  { id: 'management/minato', name: '湊 恵子', department: '経営', role: 'executive', active: true },
  { id: 'marketing/tanaka', name: '田中 美咲', department: 'マーケティング部', role: 'manager', active: true },
  { id: 'marketing/ito', name: '伊藤 健', department: 'マーケティング部', role: 'member', active: true },
  { id: 'marketing/kobayashi', name: '小林 さくら', department: 'マーケティング部', role: 'member', active: true },
  { id: 'inside-sales/takahashi', name: '高橋 直樹', department: 'インサイドセールス部', role: 'manager', active: true },
  { id: 'sales/sato', name: '佐藤 大輔', department: '営業部', role: 'manager', active: true },
  { id: 'sales/suzuki', name: '鈴木 遥', department: '営業企画部', role: 'member', active: true },
  { id: 'it/nakamura', name: '中村 翔', department: '情報システム部', role: 'engineer', active: true },
];
