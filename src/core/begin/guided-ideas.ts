import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';
import { calculationsOf } from './calculations.ts';

/** Result areas that usually go with a company's aim. [DES-02] */
export function areasForAim(aim: string): readonly Text[] {
  return AREAS[aim] ?? [];
}

const AREAS: Readonly<Record<string, readonly Text[]>> = {
  growth: [
    { ja: '新規顧客の開拓', en: 'Winning new customers' },
    { ja: '既存顧客の売上', en: 'Revenue of existing customers' },
    { ja: 'オンライン販売', en: 'Online sales' },
  ],
  share: [
    { ja: '新規顧客の開拓', en: 'Winning new customers' },
    { ja: '市場での存在感', en: 'Standing in the market' },
  ],
  profit: [
    { ja: '顧客単価', en: 'Value per customer' },
    { ja: 'リピート購入', en: 'Repeat purchases' },
  ],
  retention: [{ ja: '顧客の継続', en: 'Keeping customers' }],
  efficiency: [{ ja: '獲得の効率', en: 'Cost of winning customers' }],
  awareness: [{ ja: 'ブランドの認知', en: 'Brand awareness' }],
  satisfaction: [{ ja: '顧客体験', en: 'Customer experience' }],
  pipeline: [{ ja: '商談の創出', en: 'Creating opportunities' }],
};

/** Metrics that show whether a success factor works: what the part it moves is made of, its partner, and what usually comes before it. [DES-15] */
export function kpisForFactor(factor: string, part: MetricId, catalogue: Catalogue): readonly MetricId[] {
  const metric = catalogue.metrics.get(part);
  const usual = USUAL[factor] ?? [];
  const parts = calculationsOf(part, catalogue).flatMap(way => way.parts);
  const near = [...usual, ...(metric?.pair === undefined ? [] : [metric.pair]), ...parts];
  return [...new Set(near)].filter(id => id !== part && catalogue.metrics.has(id)).slice(0, MOST);
}

const MOST = 6;

const USUAL: Readonly<Record<string, readonly MetricId[]>> = {
  'win-new-customers': ['leads', 'inquiries', 'business-cards', 'new-visitors'],
  'keep-customers': ['repeat-rate', 'churn-rate', 'nps'],
  'raise-value': ['items-per-order', 'bundle-rate', 'upsell-revenue'],
  'sell-again': ['f2-rate', 'repeat-rate', 'email-open-rate'],
  'win-orders': ['visitors', 'purchase-cvr', 'cart-abandonment-rate'],
  'gather-leads': ['document-requests', 'webinar-registrations', 'sessions', 'inquiries'],
  'nurture-leads': ['mql-rate', 'email-click-rate', 'webinar-attendance-rate'],
  'win-deals': ['win-rate', 'proposal-win-rate', 'sales-cycle-days'],
  'attract-visitors': ['organic-sessions', 'paid-sessions', 'social-sessions', 'ctr'],
  'ease-buying': ['cart-abandonment-rate', 'checkout-step-rate', 'bounce-rate'],
};
