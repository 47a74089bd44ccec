import { z } from 'zod';
import { addDays, type Day } from '../../calendar/day.ts';
import { startOfDay } from '../../calendar/instant.ts';
import { day, dimension, moment, money, person } from '../../measure/recognise/column-definition.ts';
import type { PresetColumn } from '../../measure/recognise/preset.ts';
import type { Connector, ConnectorSettings, IncomingAnswer, PageRead, PulledRows } from '../connector.ts';
import { failureOf, jsonAnswer, parsed, retryAfter } from '../json-answer.ts';

const SERVICE = 'HubSpot';
const PAGE = 200;
/** A daily limit is not worth asking again for soon. */
const LATER_SECONDS = 3_600;

/** Properties that are asked for and the columns they become. Names, addresses and phone numbers of people are never asked for. */
const OBJECTS: Readonly<
  Record<string, { readonly rows: PulledRows['dataset']; readonly properties: readonly (readonly [string, PresetColumn])[] }>
> = {
  contacts: {
    rows: { kind: 'event', id: 'hubspot-contacts', name: { ja: 'HubSpotコンタクト', en: 'HubSpot contacts' } },
    properties: [
      ['hs_object_id', person('contact', 'コンタクト', 'Contact')],
      ['createdate', moment('created-at', '作成日時', 'Created at')],
      ['lifecyclestage', dimension('lifecycle-stage', 'ライフサイクルステージ', 'Lifecycle stage')],
      ['hs_lead_status', dimension('lead-status', 'リードステータス', 'Lead status')],
      ['hs_analytics_source', dimension('source', '最初の参照元', 'Original source')],
    ],
  },
  deals: {
    rows: { kind: 'event', id: 'hubspot-deals', name: { ja: 'HubSpot取引', en: 'HubSpot deals' } },
    properties: [
      ['hs_object_id', dimension('deal', '取引ID', 'Deal id')],
      ['createdate', moment('created-at', '作成日時', 'Created at')],
      ['pipeline', dimension('pipeline', 'パイプライン', 'Pipeline')],
      ['dealstage', dimension('stage', '取引ステージ', 'Deal stage')],
      ['deal_currency_code', dimension('currency', '通貨コード', 'Currency code')],
      ['amount', money('amount', '金額', 'Amount')],
      ['closedate', { ...day('closed-on', 'クローズ日', 'Close date'), role: 'dimension' }],
    ],
  },
};

/** HubSpot CRM search. Pages go by the objects' ids, because the search itself ends after 10,000 results. */
export const hubspot: Connector = {
  id: 'hubspot',
  name: { ja: 'HubSpot', en: 'HubSpot' },
  fields: [
    {
      id: 'object',
      label: { ja: '対象', en: 'Objects' },
      hint: { ja: 'contacts（コンタクト）または deals（取引）', en: 'contacts or deals' },
      pattern: /^(?:contacts|deals)$/,
    },
  ],
  signIn: ['token'],
  restates: 90,
  sliceDays: 31,
  hosts: () => ['api.hubapi.com'],
  rows: settings => ({ dataset: objectOf(settings).rows, columns: objectOf(settings).properties.map(([, column]) => column) }),
  request: ({ settings, from, to, zone }, cursor) => ({
    method: 'POST',
    url: `https://api.hubapi.com/crm/v3/objects/${settings.object}/search`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      filterGroups: [
        {
          filters: [
            { propertyName: 'createdate', operator: 'GTE', value: String(startOfDay(from, zone)) },
            { propertyName: 'createdate', operator: 'LT', value: String(startOfDay(nextDay(to), zone)) },
            ...(cursor === null ? [] : [{ propertyName: 'hs_object_id', operator: 'GT', value: cursor }]),
          ],
        },
      ],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: objectOf(settings).properties.map(([name]) => name),
      limit: PAGE,
    }),
  }),
  read: (answer, { settings }) =>
    failed(answer) ??
    jsonAnswer(answer, found, SERVICE, ({ results }) => ({
      kind: 'page',
      rows: results.map(({ id, properties }) =>
        objectOf(settings).properties.map(([name]) => cellOf(name, name === 'hs_object_id' ? id : (properties[name] ?? ''))),
      ),
      next: results.length === PAGE ? (results.at(-1)?.id ?? null) : null,
    })),
};

const found = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
});
const error = z.object({ message: z.string().default(''), policyName: z.string().default('') });

function failed(answer: IncomingAnswer): PageRead | undefined {
  const read = error.safeParse(parsed(answer.body));
  if (answer.status === 429 && read.data?.policyName === 'DAILY') {
    return { kind: 'wait', seconds: retryAfter(answer.headers) ?? LATER_SECONDS };
  }
  return failureOf(answer, SERVICE, read.data?.message ?? '');
}

/** Close dates are moments of which the day is meant. */
function cellOf(name: string, text: string): string {
  return name === 'closedate' ? text.slice(0, 10) : text;
}

function objectOf({ object }: ConnectorSettings) {
  const known = OBJECTS[object ?? ''] ?? OBJECTS.contacts;
  if (!known) throw new Error('no objects');
  return known;
}

function nextDay(of: Day): Day {
  return addDays(of, 1);
}
