import type { Preset } from '../preset.ts';
import { enteredValues } from './entered-values.ts';
import { ga4 } from './ga4.ts';
import { googleAds } from './google-ads.ts';
import { metaAds } from './meta-ads.ts';
import { orderLines } from './order-lines.ts';
import { affiliate, lineAds, microsoftAds, xAds } from './other-ads.ts';
import { salesforceOpportunities } from './salesforce.ts';
import { searchConsole } from './search-console.ts';
import { yahooAds } from './yahoo-ads.ts';

/** The sources the product knows by itself, in the order in which they are tried when a file fits several equally well. */
export const PRESETS: readonly Preset[] = [
  ga4,
  searchConsole,
  googleAds,
  yahooAds,
  metaAds,
  lineAds,
  microsoftAds,
  xAds,
  affiliate,
  salesforceOpportunities,
  orderLines,
  enteredValues,
];
