import type { Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { DemoData } from './demo-data.ts';
import { DEMO_TODAY, day, YESTERDAY } from './demo-days.ts';
import { agencyFile } from './file/agency-file.ts';
import { contractFile } from './file/contract-file.ts';
import type { DemoFile } from './file/demo-file.ts';
import { ga4File } from './file/ga4-file.ts';
import { googleAdsFile } from './file/google-ads-file.ts';
import { handOverFile } from './file/hand-over-file.ts';
import { metaAdsFile } from './file/meta-ads-file.ts';
import { opportunityFile } from './file/opportunity-file.ts';
import { orderFile } from './file/order-file.ts';
import { siteFile } from './file/site-file.ts';
import { stageEventFile } from './file/stage-event-file.ts';
import { compactDay } from './file/text-bytes.ts';
import { yahooAdsFile } from './file/yahoo-ads-file.ts';
import type { StageEvent } from './stage-events.ts';
import { TAGGED_FROM } from './visits.ts';

/** All files of the demo in the order in which they were brought in. [DMO-04] */
export function demoFiles(data: DemoData): readonly DemoFile[] {
  const files = [
    ...REPORT_PERIODS.flatMap(period => reportsOf(period, data)),
    ...LIST_PERIODS.flatMap(period => listsOf(period, data)),
    ...corrections(data),
    opportunities(data),
  ];
  return files
    .map((file, index) => ({ file, index }))
    .sort(byArrival)
    .map(({ file }) => file);
}

function byArrival(a: { file: DemoFile; index: number }, b: { file: DemoFile; index: number }): number {
  return a.file.arrives < b.file.arrives ? -1 : a.file.arrives > b.file.arrives ? 1 : a.index - b.index;
}

interface ReportPeriod extends DayRange {
  /** As it stands in the names of the files. */
  readonly label: string;
  readonly arrives: Day;
}

interface ListPeriod extends ReportPeriod {
  /** First day of the list of hand-overs: those that were undecided in the list before come again. */
  readonly openFrom: Day;
}

/** Lists: the year before came in at once, when the company began; then quarters, then months. */
const LIST_PERIODS: readonly ListPeriod[] = [
  { label: '2025年度', from: day('2025-04-01'), to: day('2026-03-31'), arrives: day('2026-04-02'), openFrom: day('2025-04-01') },
  {
    label: '2026年4-6月',
    from: day('2026-04-01'),
    to: day('2026-06-30'),
    arrives: day('2026-07-02'),
    openFrom: day('2026-03-01'),
  },
  {
    label: '2026年7-9月',
    from: day('2026-07-01'),
    to: day('2026-09-30'),
    arrives: day('2026-10-02'),
    openFrom: day('2026-06-01'),
  },
  {
    label: '2026年10月',
    from: day('2026-10-01'),
    to: day('2026-10-31'),
    arrives: day('2026-11-02'),
    openFrom: day('2026-09-01'),
  },
  { label: '2026年11月', from: day('2026-11-01'), to: DEMO_TODAY, arrives: DEMO_TODAY, openFrom: day('2026-10-01') },
];

/** Reports of the media and of the web site come by half-years, then by months. */
const REPORT_PERIODS: readonly ReportPeriod[] = [
  { label: '2025年度', from: day('2025-04-01'), to: day('2026-03-31'), arrives: day('2026-04-02') },
  { label: '2026年上期', from: day('2026-04-01'), to: day('2026-09-30'), arrives: day('2026-10-02') },
  { label: '2026年10月', from: day('2026-10-01'), to: day('2026-10-31'), arrives: day('2026-11-02') },
  { label: '2026年11月', from: day('2026-11-01'), to: DEMO_TODAY, arrives: DEMO_TODAY },
];

function fileOf({ label, arrives }: ReportPeriod) {
  return (name: string, bytes: Uint8Array, days: DayRange, by: string): DemoFile => ({
    name: `${name}_${label}.csv`,
    bytes,
    days,
    arrives,
    by,
  });
}

function reportsOf(period: ReportPeriod, { ads, web, site, orders }: DemoData): readonly DemoFile[] {
  const { from, to, arrives } = period;
  const file = fileOf(period);
  const days: DayRange = { from, to };
  const seen: DayRange = { from, to: to < YESTERDAY ? to : YESTERDAY };
  return [
    file('GA4_チャネル別デバイス別', ga4File(web, seen), seen, 'marketing/kobayashi'),
    file('Google広告_キャンペーン', googleAdsFile(ads, days), days, 'marketing/ito'),
    file('Yahoo広告_キャンペーン', yahooAdsFile(ads, days), days, 'marketing/ito'),
    file('Meta広告_日別', metaAdsFile(ads, days), days, 'marketing/ito'),
    file('みなとストア_注文', orderFile(orders, days), days, 'marketing/kobayashi'),
    ...(to >= TAGGED_FROM ? [siteLog(siteFile(site, seen), seen, arrives)] : []),
  ];
}

/** The tag tool names its exports by their days. */
function siteLog(bytes: Uint8Array, days: DayRange, arrives: Day): DemoFile {
  const name = `site-log_${compactDay(days.from)}-${compactDay(days.to)}.csv`;
  return { name, bytes, days, arrives, by: 'marketing/kobayashi' };
}

function listsOf(period: ListPeriod, { events, leads, deals, ads }: DemoData): readonly DemoFile[] {
  const { label, from, to, arrives, openFrom } = period;
  const file = fileOf(period);
  const days: DayRange = { from, to };
  const handOvers: DayRange = { from: openFrom, to };
  const shown = label === LATE.label ? withoutLate(events) : events;
  return [
    file('広告費_媒体別日別', agencyFile(ads, days), days, 'marketing/ito'),
    file('CRM_ステージ履歴', stageEventFile(shown, days), days, 'inside-sales/takahashi'),
    file('CRM_引き渡し一覧', handOverFile(leads, handOvers, arrives), handOvers, 'inside-sales/takahashi'),
    file('契約一覧', contractFile(deals, days), days, 'sales/suzuki'),
  ];
}

/** Some of October's meetings were typed in after the first export. */
const LATE = { label: '2026年10月', from: day('2026-10-01'), to: day('2026-10-31'), meetings: 3, arrives: day('2026-11-10') };

function withoutLate(events: readonly StageEvent[]): readonly StageEvent[] {
  const meetings = events.filter(({ stage, at }) => stage === '商談設定' && at.day >= LATE.from && at.day <= LATE.to);
  const late = new Set(meetings.slice(-LATE.meetings));
  return events.filter(event => !late.has(event));
}

function corrections({ events }: DemoData): readonly DemoFile[] {
  const october: DayRange = { from: LATE.from, to: LATE.to };
  const by = 'inside-sales/takahashi';
  return [
    {
      name: 'CRM_ステージ履歴_2026年10月_再出力.csv',
      bytes: stageEventFile(events, october),
      days: october,
      arrives: LATE.arrives,
      by,
    },
  ];
}

function opportunities({ deals }: DemoData): DemoFile {
  const from = day('2026-04-01');
  return {
    name: '商談レポート_2026年度.csv',
    bytes: opportunityFile(deals, from),
    days: { from, to: DEMO_TODAY },
    arrives: DEMO_TODAY,
    by: 'sales/suzuki',
  };
}
