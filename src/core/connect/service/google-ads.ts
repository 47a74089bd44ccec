import { z } from 'zod';
import { amount, count, day, dimension, money } from '../../measure/recognise/column-definition.ts';
import { decimalOf, isDecimal, shiftPoint, trimmed } from '../../number/decimal.ts';
import type { Connector } from '../connector.ts';
import { googleFailure, jsonAnswer } from '../json-answer.ts';

const SERVICE = 'Google Ads';
/** Versions live about a year; a version that was switched off answers 404. */
const VERSION = 'v26';

/** Google Ads API over REST: `googleAds:search` with a fixed query, campaigns by day. Pages hold 10,000 rows. */
export const googleAdsApi: Connector = {
  id: 'google-ads',
  name: { ja: 'Google広告', en: 'Google Ads' },
  fields: [
    {
      id: 'customer',
      label: { ja: 'お客様ID', en: 'Customer id' },
      hint: { ja: '10桁の数字（123-456-7890）', en: 'ten digits, such as 123-456-7890' },
      pattern: /^\d{3}-?\d{3}-?\d{4}$/,
    },
    {
      id: 'login-customer',
      label: { ja: 'MCC（管理者）アカウントのID', en: 'Manager account id' },
      hint: { ja: 'MCCから見る場合のみ', en: 'only when access comes from a manager account' },
      pattern: /^\d{3}-?\d{3}-?\d{4}$/,
      optional: true,
    },
  ],
  signIn: ['oauth'],
  scope: 'https://www.googleapis.com/auth/adwords',
  restates: 30,
  sliceDays: 31,
  hosts: () => ['googleads.googleapis.com'],
  rows: () => ({
    dataset: { kind: 'aggregate', id: 'google-ads-api', name: { ja: 'Google広告（API）', en: 'Google Ads (API)' } },
    columns: [
      day('date', '日', 'Day'),
      dimension('campaign-id', 'キャンペーンID', 'Campaign ID'),
      dimension('campaign', 'キャンペーン', 'Campaign'),
      dimension('campaign-type', 'キャンペーン タイプ', 'Campaign type'),
      dimension('currency', '通貨コード', 'Currency code'),
      count('impressions', '表示回数', 'Impressions'),
      count('clicks', 'クリック数', 'Clicks'),
      money('cost', '費用', 'Cost'),
      amount('conversions', 'コンバージョン', 'Conversions'),
      money('conversion-value', 'コンバージョン値', 'Conversion value'),
    ],
  }),
  request: ({ settings, from, to, secrets }, cursor) => ({
    method: 'POST',
    url: `https://googleads.googleapis.com/${VERSION}/customers/${digits(settings.customer)}/googleAds:search`,
    headers: {
      'content-type': 'application/json',
      'developer-token': secrets['developer-token'] ?? '',
      ...(settings['login-customer'] ? { 'login-customer-id': digits(settings['login-customer']) } : {}),
    },
    body: JSON.stringify({
      query: `SELECT segments.date, campaign.id, campaign.name, campaign.advertising_channel_type, customer.currency_code, metrics.impressions, metrics.clicks, metrics.cost_micros, metrics.conversions, metrics.conversions_value FROM campaign WHERE segments.date BETWEEN '${from}' AND '${to}'`,
      ...(cursor === null ? {} : { pageToken: cursor }),
    }),
  }),
  read: (answer, _pull, cursor) => {
    if (cursor !== null && answer.status === 400 && /EXPIRED_PAGE_TOKEN|INVALID_PAGE_TOKEN/.test(answer.body)) {
      return { kind: 'start-over' };
    }
    return (
      googleFailure(answer, SERVICE) ??
      jsonAnswer(answer, page, SERVICE, ({ results, nextPageToken }) => ({
        kind: 'page',
        rows: results.map(({ segments, campaign, customer, metrics }) => [
          segments.date,
          campaign.id,
          campaign.name,
          campaign.advertisingChannelType,
          customer.currencyCode,
          metrics.impressions,
          metrics.clicks,
          yen(metrics.costMicros),
          decimalOf(metrics.conversions),
          decimalOf(metrics.conversionsValue),
        ]),
        next: nextPageToken === '' ? null : nextPageToken,
      }))
    );
  },
};

/** 64-bit numbers are texts in Google's JSON; what is zero may be left out. */
const whole = z
  .string()
  .regex(/^-?\d+$/)
  .default('0');

const page = z.object({
  results: z
    .array(
      z.object({
        segments: z.object({ date: z.string() }),
        campaign: z.object({ id: z.string(), name: z.string(), advertisingChannelType: z.string().default('') }),
        customer: z.object({ currencyCode: z.string() }),
        metrics: z.object({
          impressions: whole,
          clicks: whole,
          costMicros: whole,
          conversions: z.number().default(0),
          conversionsValue: z.number().default(0),
        }),
      }),
    )
    .default([]),
  nextPageToken: z.string().default(''),
});

/** Micros are millionths of the currency. */
function yen(micros: string): string {
  return isDecimal(micros) ? trimmed(shiftPoint(micros, -6)) : micros;
}

function digits(id: string | undefined): string {
  return (id ?? '').replaceAll('-', '');
}
