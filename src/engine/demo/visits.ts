import { addDays } from '#core/calendar/day.ts';
import { CHANNELS, type ChannelId } from './channel.ts';
import { DEMO_TODAY, day, isIn, OUTAGE, workloadOf } from './demo-days.ts';
import type { Lead, Moment } from './lead.ts';
import { momentText } from './leads.ts';
import { type Random, randomFor } from './random.ts';

/** One thing a visitor did on the web site, as the tag tool keeps it for those who agreed to be measured. */
export interface SiteEvent {
  readonly at: Moment;
  /** The lead's id where the form has told it, else a number of the tool's own. */
  readonly visitor: string;
  readonly session: string;
  readonly action: SiteAction;
  readonly channel: ChannelId;
}

export type SiteAction = '訪問' | '料金ページ' | 'フォーム表示' | 'フォーム送信';

/** Since then the tag tool knows its visitors. */
export const TAGGED_FROM = day('2026-04-01');

/** What people did on the site before they made themselves known, after it, and those who never did. [DMO-06] */
export function simulateSite(leads: readonly Lead[]): readonly SiteEvent[] {
  const random = randomFor('site');
  const sessions = new Sessions(random);
  const known = leads.filter(({ at, channel }) => at.day >= TAGGED_FROM && channel.ga4 !== null);
  const events = [...known.flatMap(lead => visitsOf(lead, sessions, random)), ...strangers(known.length, sessions, random)];
  return events
    .filter(({ at }) => at.day >= TAGGED_FROM && at.day < DEMO_TODAY && !isIn(OUTAGE, at.day))
    .sort(
      (a, b) => order(momentText(a.at), momentText(b.at)) || order(a.session, b.session) || ACTIONS[a.action] - ACTIONS[b.action],
    );
}

/** Order within a minute of one session. */
const ACTIONS: Readonly<Record<SiteAction, number>> = { 訪問: 0, 料金ページ: 1, フォーム表示: 2, フォーム送信: 3 };

function visitsOf(lead: Lead, sessions: Sessions, random: Random): readonly SiteEvent[] {
  const before = random.weighted([38, 28, 18, 10, 6]);
  const visitor = lead.id;
  const earlier = Array.from({ length: before }, () => {
    const on = { day: addDays(lead.at.day, -random.between(1, 45)), time: anyTime(random) };
    return sessions.of(
      visitor,
      on,
      firstChannel(lead.channel.id, random),
      random.below(100) < 30 ? ['訪問', '料金ページ'] : ['訪問'],
    );
  });
  const actions: readonly SiteAction[] =
    random.below(100) < 45 ? ['訪問', '料金ページ', 'フォーム表示', 'フォーム送信'] : ['訪問', 'フォーム表示', 'フォーム送信'];
  const last = sessions.of(visitor, lead.at, lead.channel.id, actions);
  const after = lead.mql
    ? Array.from({ length: random.weighted([30, 45, 25]) }, () => {
        const on = { day: addDays(lead.at.day, random.between(1, 20)), time: anyTime(random) };
        return sessions.of(visitor, on, random.pick(['mail', 'mail', 'direct', 'search']), ['訪問', '料金ページ']);
      })
    : [];
  return [...earlier, last, ...after].flat();
}

/** People meet the firm through other channels than the one they come back by. */
function firstChannel(last: ChannelId, random: Random): ChannelId {
  const ids = Object.keys(FIRST) as (keyof typeof FIRST)[];
  return random.below(100) < 25 ? last : (ids[random.weighted(Object.values(FIRST))] ?? last);
}

const FIRST = { search: 28, 'search-ads': 14, 'social-ads': 34, referral: 14, direct: 6, mail: 4 } as const;

/** Visitors who never told who they are, three for each that did, on days as busy as they are. */
function strangers(known: number, sessions: Sessions, random: Random): readonly SiteEvent[] {
  const days = daysSince(TAGGED_FROM);
  const weights = days.map(workloadOf);
  return Array.from({ length: known * 3 }, (_, index) => {
    const visitor = `V${String(index + 1).padStart(6, '0')}`;
    const first = days[random.weighted(weights)] ?? DEMO_TODAY;
    return Array.from({ length: 1 + random.weighted([62, 25, 13]) }, (_, visit) => {
      const on = { day: addDays(first, visit * random.between(1, 12)), time: anyTime(random) };
      const channel = strangerChannel(random);
      return sessions.of(visitor, on, channel, actionsOf(channel, random));
    }).flat();
  }).flat();
}

function strangerChannel(random: Random): ChannelId {
  const ids = Object.keys(STRANGERS) as (keyof typeof STRANGERS)[];
  return ids[random.weighted(Object.values(STRANGERS))] ?? 'search';
}

const STRANGERS = { search: 34, 'search-ads': 18, 'social-ads': 28, direct: 12, referral: 8 } as const;

/** Those who come by an advertisement of social media look at prices less often. */
function actionsOf(channel: ChannelId, random: Random): readonly SiteAction[] {
  const curious = channel === 'social-ads' ? 10 : 24;
  const draw = random.below(100);
  if (draw >= curious) return ['訪問'];
  return draw < curious / 3 ? ['訪問', '料金ページ', 'フォーム表示'] : ['訪問', '料金ページ'];
}

/** Numbers sessions and lays their actions some minutes apart, the last at the given moment when it is a form that was sent. */
class Sessions {
  private readonly random: Random;
  private last = 0;

  constructor(random: Random) {
    this.random = random;
  }

  of(visitor: string, at: Moment, channel: ChannelId, actions: readonly SiteAction[]): readonly SiteEvent[] {
    this.last += 1;
    const session = `S${String(this.last).padStart(6, '0')}`;
    const minute = Number(at.time.slice(0, 2)) * 60 + Number(at.time.slice(3));
    const gaps = actions.map((_, i) => (i === 0 ? 0 : this.random.between(1, 4)));
    const length = gaps.reduce((sum, gap) => sum + gap, 0);
    let now = Math.max(0, minute - length);
    return actions.map((action, i) => {
      now = Math.min(minute, now + (gaps[i] ?? 0));
      return { at: { day: at.day, time: clock(now) }, visitor, session, action, channel };
    });
  }
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function anyTime(random: Random): string {
  return clock(random.between(8, 22) * 60 + random.below(60));
}

function daysSince(from: Moment['day']): readonly Moment['day'][] {
  const days: Moment['day'][] = [];
  for (let on = from; on < DEMO_TODAY; on = addDays(on, 1)) days.push(on);
  return days;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The channel as the tag tool writes it: as the CRM does. */
export function channelName(channel: ChannelId): string {
  return CHANNELS[channel].crm;
}
