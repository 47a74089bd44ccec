import type { Preset } from '../preset.ts';
import { badgeScans, businessCards, lineFriends } from './contacts.ts';
import { costSheet } from './cost-sheet.ts';
import { deals, hubspotDeals, kintoneDeals } from './crm-deals.ts';
import { enteredValues } from './entered-values.ts';
import { ga4 } from './ga4.ts';
import { googleAds } from './google-ads.ts';
import { keywordRanks } from './keyword-ranks.ts';
import { leadHistory, leads, stagedLeads } from './leads.ts';
import { mailSends } from './mail-sends.ts';
import { amazonBusiness, amazonPayments, rakutenShop, yahooShopping } from './malls.ts';
import { metaAds } from './meta-ads.ts';
import { amazonOrders, orderLines, rakutenOrders, shopifyOrders } from './order-lines.ts';
import { affiliate, criteo, lineAds, microsoftAds, xAds } from './other-ads.ts';
import { salesforceOpportunities } from './salesforce.ts';
import { searchConsole } from './search-console.ts';
import { surveyAnswers, surveyResults } from './survey.ts';
import { webinarPeople } from './webinar.ts';
import { yahooAds } from './yahoo-ads.ts';

/** The sources the product knows by itself, in the order in which they are tried when a file fits several equally well. */
export const PRESETS: readonly Preset[] = [
  ga4,
  searchConsole,
  criteo,
  googleAds,
  yahooAds,
  metaAds,
  lineAds,
  microsoftAds,
  xAds,
  affiliate,
  shopifyOrders,
  rakutenOrders,
  amazonOrders,
  amazonPayments,
  amazonBusiness,
  rakutenShop,
  yahooShopping,
  salesforceOpportunities,
  hubspotDeals,
  kintoneDeals,
  stagedLeads,
  leadHistory,
  leads,
  deals,
  businessCards,
  badgeScans,
  webinarPeople,
  surveyAnswers,
  surveyResults,
  mailSends,
  keywordRanks,
  lineFriends,
  orderLines,
  costSheet,
  enteredValues,
];
