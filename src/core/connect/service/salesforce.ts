import { z } from 'zod';
import { addDays } from '../../calendar/day.ts';
import { startOfDay } from '../../calendar/instant.ts';
import { day, dimension, moment, money, person } from '../../measure/recognise/column-definition.ts';
import type { PresetColumn } from '../../measure/recognise/preset.ts';
import { decimalOf } from '../../number/decimal.ts';
import type { Connector, ConnectorSettings, IncomingAnswer, PageRead, PulledRows } from '../connector.ts';
import { failureOf, jsonAnswer, parsed, retryAfter } from '../json-answer.ts';
import { searchText } from '../search-text.ts';

const SERVICE = 'Salesforce';
const VERSION = 'v62.0';
/** The limit of requests is counted over 24 hours. */
const LATER_SECONDS = 3_600;

const OBJECTS: Readonly<
  Record<string, { readonly rows: PulledRows['dataset']; readonly fields: readonly (readonly [string, PresetColumn])[] }>
> = {
  Opportunity: {
    rows: { kind: 'event', id: 'salesforce-opportunities', name: { ja: 'Salesforce商談', en: 'Salesforce opportunities' } },
    fields: [
      ['Id', dimension('opportunity', '商談ID', 'Opportunity id')],
      ['CreatedDate', moment('created-at', '作成日時', 'Created at')],
      ['StageName', dimension('stage', 'フェーズ', 'Stage')],
      ['Type', dimension('type', '種別', 'Type')],
      ['LeadSource', dimension('lead-source', 'リードソース', 'Lead source')],
      ['Amount', money('amount', '金額', 'Amount')],
      ['CloseDate', { ...day('close-date', '完了予定日', 'Close date'), role: 'dimension' }],
      ['IsWon', { ...dimension('is-won', '成立', 'Won'), type: 'boolean' }],
      ['IsClosed', { ...dimension('is-closed', '完了', 'Closed'), type: 'boolean' }],
    ],
  },
  Lead: {
    rows: { kind: 'event', id: 'salesforce-leads', name: { ja: 'Salesforceリード', en: 'Salesforce leads' } },
    fields: [
      ['Id', person('lead', 'リード', 'Lead')],
      ['CreatedDate', moment('created-at', '作成日時', 'Created at')],
      ['Status', dimension('status', '状況', 'Status')],
      ['LeadSource', dimension('lead-source', 'リードソース', 'Lead source')],
      ['Industry', dimension('industry', '業種', 'Industry')],
      ['IsConverted', { ...dimension('is-converted', '取引開始済', 'Converted'), type: 'boolean' }],
    ],
  },
};

/** Salesforce REST API: SOQL `query` and the addresses it gives for what follows. */
export const salesforce: Connector = {
  id: 'salesforce',
  name: { ja: 'Salesforce', en: 'Salesforce' },
  fields: [
    {
      id: 'instance',
      label: { ja: '私のドメイン', en: 'My Domain' },
      hint: { ja: '例: example.my.salesforce.com', en: 'such as example.my.salesforce.com' },
      pattern: /^[a-z0-9][a-z0-9-]{0,79}(?:\.(?:sandbox|develop|scratch))?\.my\.salesforce\.com$/,
    },
    {
      id: 'object',
      label: { ja: '対象', en: 'Objects' },
      hint: { ja: 'Opportunity（商談）または Lead（リード）', en: 'Opportunity or Lead' },
      pattern: /^(?:Opportunity|Lead)$/,
    },
  ],
  signIn: ['oauth'],
  restates: 90,
  sliceDays: 31,
  hosts: ({ instance }) => [instance ?? ''],
  rows: settings => ({ dataset: objectOf(settings).rows, columns: objectOf(settings).fields.map(([, column]) => column) }),
  request: ({ settings, from, to, zone }, cursor) => {
    const moments = [startOfDay(from, zone), startOfDay(addDays(to, 1), zone)].map(at => new Date(at).toISOString());
    const fields = objectOf(settings).fields.map(([name]) => name);
    const query = `SELECT ${fields.join(', ')} FROM ${settings.object} WHERE CreatedDate >= ${moments[0]} AND CreatedDate < ${moments[1]} ORDER BY Id`;
    const path = cursor ?? `/services/data/${VERSION}/query?${searchText({ q: query })}`;
    return { method: 'GET', url: `https://${settings.instance}${path}` };
  },
  read: (answer, { settings }, cursor) =>
    failed(answer, cursor) ??
    jsonAnswer(answer, found, SERVICE, ({ records, done, nextRecordsUrl }) => ({
      kind: 'page',
      rows: records.map(record => objectOf(settings).fields.map(([name]) => textOf(record[name]))),
      next: done ? null : nextRecordsUrl,
    })),
};

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({})]);
const found = z.object({
  done: z.boolean(),
  nextRecordsUrl: z
    .string()
    .regex(/^\/services\/data\/v[\d.]+\/query\/[\w-]+$/)
    .nullable()
    .default(null),
  records: z.array(z.record(z.string(), value)),
});
const errors = z.array(z.object({ message: z.string().default(''), errorCode: z.string().default('') }));

function failed(answer: IncomingAnswer, cursor: string | null): PageRead | undefined {
  if (answer.status < 300) return undefined;
  const [first] = errors.safeParse(parsed(answer.body)).data ?? [];
  switch (first?.errorCode) {
    case 'REQUEST_LIMIT_EXCEEDED':
      return { kind: 'wait', seconds: retryAfter(answer.headers) ?? LATER_SECONDS };
    case 'QUERY_TIMEOUT':
    case 'UNABLE_TO_LOCK_ROW':
    case 'SERVER_UNAVAILABLE':
      return { kind: 'wait', seconds: retryAfter(answer.headers) };
    case 'INVALID_QUERY_LOCATOR':
      if (cursor !== null) return { kind: 'start-over' };
      break;
    default:
      break;
  }
  return failureOf(answer, SERVICE, first?.message ?? '');
}

function textOf(cell: z.output<typeof value> | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'object') return '';
  return typeof cell === 'number' ? decimalOf(cell) : String(cell);
}

function objectOf({ object }: ConnectorSettings) {
  const known = OBJECTS[object ?? ''] ?? OBJECTS.Opportunity;
  if (!known) throw new Error('no objects');
  return known;
}
