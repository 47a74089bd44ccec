import { type AdDay, simulateAds } from './ad-days.ts';
import type { Deal } from './deal.ts';
import { simulateDeals } from './deals.ts';
import type { Lead } from './lead.ts';
import { simulateLeads } from './leads.ts';
import { type StageEvent, stageEvents } from './stage-events.ts';
import { type StoreOrder, simulateOrders } from './store-orders.ts';
import { type SiteEvent, simulateSite } from './visits.ts';
import { simulateWeb, type WebDay } from './web-days.ts';

/** Everything that happened at the demo company, from which its files are written. */
export interface DemoData {
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly events: readonly StageEvent[];
  readonly ads: readonly AdDay[];
  readonly web: readonly WebDay[];
  readonly site: readonly SiteEvent[];
  readonly orders: readonly StoreOrder[];
}

/** The same on every machine and every day. [DMO-02] */
export function demoData(): DemoData {
  const leads = simulateLeads();
  const deals = simulateDeals(leads);
  const ads = simulateAds(leads);
  return {
    leads,
    deals,
    events: stageEvents(leads, deals),
    ads,
    web: simulateWeb(leads, ads),
    site: simulateSite(leads),
    orders: simulateOrders(),
  };
}
