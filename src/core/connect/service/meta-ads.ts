import { z } from 'zod';
import { count, day, dimension, given, money } from '../../measure/recognise/column-definition.ts';
import { problemsOf } from '../../problem/problem.ts';
import { connectMessages } from '../connect-messages.ts';
import type { Connector, IncomingAnswer, PageRead } from '../connector.ts';
import { failureOf, jsonAnswer, parsed } from '../json-answer.ts';
import { searchText } from '../search-text.ts';

const SERVICE = 'Meta';
const VERSION = 'v25.0';
const PAGE = 500;
const problem = problemsOf(connectMessages);

/** Meta Marketing API: insights of an ad account, campaigns by day. */
export const metaAds: Connector = {
  id: 'meta-ads',
  name: { ja: 'Meta広告', en: 'Meta ads' },
  fields: [
    {
      id: 'account',
      label: { ja: '広告アカウントID', en: 'Ad account id' },
      hint: { ja: '数字のみ（act_ の後ろ）', en: 'digits only, after act_' },
      pattern: /^\d{5,20}$/,
    },
  ],
  signIn: ['token'],
  restates: 28,
  sliceDays: 31,
  hosts: () => ['graph.facebook.com'],
  rows: () => ({
    dataset: { kind: 'aggregate', id: 'meta-ads-api', name: { ja: 'Meta広告（API）', en: 'Meta ads (API)' } },
    columns: [
      day('date', '日', 'Day'),
      dimension('campaign-id', 'キャンペーンID', 'Campaign ID'),
      dimension('campaign', 'キャンペーン', 'Campaign'),
      dimension('currency', '通貨コード', 'Currency code'),
      count('impressions', 'インプレッション', 'Impressions'),
      count('clicks', 'クリック（すべて）', 'Clicks (all)'),
      count('link-clicks', 'リンクのクリック', 'Link clicks'),
      given('reach', 'リーチ', 'Reach'),
      money('spend', '消化金額', 'Amount spent'),
    ],
  }),
  request: ({ settings, from, to }, cursor) => {
    const search = searchText({
      level: 'campaign',
      time_increment: '1',
      time_range: JSON.stringify({ since: from, until: to }),
      fields: 'campaign_id,campaign_name,account_currency,impressions,clicks,inline_link_clicks,reach,spend',
      limit: String(PAGE),
      ...(cursor === null ? {} : { after: cursor }),
    });
    return { method: 'GET', url: `https://graph.facebook.com/${VERSION}/act_${settings.account}/insights?${search}` };
  },
  read: answer =>
    failed(answer) ??
    jsonAnswer(answer, found, SERVICE, ({ data, paging }) => ({
      kind: 'page',
      rows: data.map(row => [
        row.date_start,
        row.campaign_id,
        row.campaign_name,
        row.account_currency,
        row.impressions,
        row.clicks,
        row.inline_link_clicks,
        row.reach,
        row.spend,
      ]),
      // The last page has a cursor too; only `next` says that something follows.
      next: paging.next === undefined ? null : (paging.cursors?.after ?? null),
    })),
};

const text = z.string().default('');
const number = z.string().default('0');
const found = z.object({
  data: z.array(
    z.object({
      date_start: z.string(),
      campaign_id: text,
      campaign_name: text,
      account_currency: text,
      impressions: number,
      clicks: number,
      inline_link_clicks: number,
      reach: text,
      spend: number,
    }),
  ),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).default({}),
});

const error = z.object({
  error: z.object({ message: z.string().default(''), code: z.number().default(0), is_transient: z.boolean().default(false) }),
});

/** Too many requests: of the app, the user, the page, the account, and by business use case. */
const TOO_MANY = new Set([4, 17, 32, 613]);
/** Intermittent errors and time-outs of the service. */
const TRANSIENT = new Set([-2, 1, 2]);

function failed(answer: IncomingAnswer): PageRead | undefined {
  if (answer.status < 300) return undefined;
  const read = error.safeParse(parsed(answer.body));
  if (!read.success) return failureOf(answer, SERVICE, '');
  const { code, message, is_transient } = read.data.error;
  if (TOO_MANY.has(code) || (code >= 80_000 && code <= 80_014)) return { kind: 'wait', seconds: regainSeconds(answer) };
  if (TRANSIENT.has(code) || is_transient) return { kind: 'wait', seconds: null };
  if (code === 190 || code === 102) return { kind: 'sign-in' };
  const said = message === '' ? String(code) : message.slice(0, 300);
  const isForbidden = code === 10 || (code >= 200 && code < 300);
  return {
    kind: 'refused',
    problem: problem(isForbidden ? 'connect-forbidden' : 'connect-rejected', { service: SERVICE, said }),
  };
}

const usage = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().default(0) })));

/** The header tells in minutes when the account may be asked again. */
function regainSeconds({ headers }: IncomingAnswer): number | null {
  const read = usage.safeParse(parsed(headers['x-business-use-case-usage'] ?? ''));
  const minutes = Object.values(read.data ?? {}).flatMap(uses => uses.map(use => use.estimated_time_to_regain_access));
  const longest = Math.max(0, ...minutes);
  return longest === 0 ? null : longest * 60;
}
