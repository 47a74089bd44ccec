import type { Connector, ConnectorId } from './connector.ts';
import { bigquery } from './service/bigquery.ts';
import { clickhouse, mysql, postgresql } from './service/databases.ts';
import { ga4 } from './service/ga4.ts';
import { googleAdsApi } from './service/google-ads.ts';
import { googleSheets } from './service/google-sheets.ts';
import { hubspot } from './service/hubspot.ts';
import { metaAds } from './service/meta-ads.ts';
import { salesforce } from './service/salesforce.ts';
import { searchConsole } from './service/search-console.ts';

/** Every connector by its id; one that is missing does not compile. */
export const CONNECTORS: Readonly<Record<ConnectorId, Connector>> = {
  ga4,
  'search-console': searchConsole,
  'google-ads': googleAdsApi,
  bigquery,
  'google-sheets': googleSheets,
  hubspot,
  salesforce,
  'meta-ads': metaAds,
  clickhouse,
  postgresql,
  mysql,
};
