import { addBusinessDays, isBusinessDay } from '#core/calendar/business-day.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { channelOf } from './channel.ts';
import { CALENDAR, DEMO_TODAY, day, EXHIBITIONS, isIn, LOOSENED, workloadOf } from './demo-days.ts';
import type { Lead, Moment } from './lead.ts';
import { acceptedShare, ENTRIES, type Entry, LEAD_MONTHS, SCORES, WARMTHS, type Warmth, warmthShares } from './lead-months.ts';
import { type Random, randomFor } from './random.ts';
import { ShareOut } from './share-out.ts';

/** All leads in the order they came, from the warm-up to the demo's today, each with its way through the stages. [DMO-03] */
export function simulateLeads(): readonly Lead[] {
  const random = randomFor('leads');
  const arrivals = [...LEAD_MONTHS].flatMap(([month, counts]) =>
    counts.flatMap((count, index) => arrivalsOf(month, ENTRIES[index] ?? 'guide', count, random)),
  );
  arrivals.sort((a, b) => (momentText(a.at) < momentText(b.at) ? -1 : momentText(a.at) > momentText(b.at) ? 1 : 0));
  return new Journeys(random).of(arrivals.filter(({ at }) => at.day <= DEMO_TODAY));
}

/** A moment as text that sorts. */
export function momentText({ day: on, time }: Moment): string {
  return `${on} ${time}`;
}

interface Arrival {
  readonly entry: Entry;
  readonly at: Moment;
}

/** Spreads the month's leads over its days by how busy they are; cards from an exhibition are typed in after its last day. */
function arrivalsOf(month: string, entry: Entry, count: number, random: Random): readonly Arrival[] {
  const days = daysOf(month);
  const weights = days.map(on => (entry === 'exhibition' ? (isTypingDay(on) ? 1 : 0) : workloadOf(on)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, (_, index) => {
    let left = Math.floor(((index * 1000 + random.below(1000)) * total) / (count * 1000));
    const at = weights.findIndex(weight => {
      left -= weight;
      return left < 0;
    });
    return { entry, at: { day: days[at] ?? day(`${month}-01`), time: timeOf(entry, random) } };
  });
}

function isTypingDay(on: Day): boolean {
  return EXHIBITIONS.some(({ to }) => addBusinessDays(to, 1, CALENDAR) === on || addBusinessDays(to, 2, CALENDAR) === on);
}

function daysOf(month: string): readonly Day[] {
  const days: Day[] = [];
  for (let on = day(`${month}-01`); on.startsWith(month); on = addDays(on, 1)) days.push(on);
  return days;
}

function timeOf(entry: Entry, random: Random): string {
  const hour = entry === 'exhibition' ? random.between(9, 18) : 8 + random.weighted(HOURS);
  return clock(hour, random.below(60));
}

/** From eight in the morning to eleven at night. */
const HOURS = [4, 9, 14, 13, 8, 12, 13, 12, 11, 9, 6, 4, 4, 5, 4, 2];

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Decides what becomes of each lead. */
class Journeys {
  private readonly random: Random;
  private readonly warmths = new Map<Entry, ShareOut>();
  private readonly accepted: ShareOut;
  private readonly targets: ShareOut;
  private readonly met: ShareOut;

  constructor(random: Random) {
    this.random = random;
    this.accepted = new ShareOut(random);
    this.targets = new ShareOut(random);
    this.met = new ShareOut(random);
    for (const entry of ENTRIES) this.warmths.set(entry, new ShareOut(random));
  }

  of(arrivals: readonly Arrival[]): readonly Lead[] {
    const begun = arrivals.map((arrival, index) => this.begun(arrival, index));
    const handedOver = begun.filter(lead => lead.handedOver).sort((a, b) => this.byHandOver(a, b));
    const judged = new Map(handedOver.map(lead => [lead.id, this.judgedAt(lead)]));
    return begun.map(lead => judged.get(lead.id) ?? lead);
  }

  private byHandOver(a: Lead, b: Lead): number {
    const [first, second] = [a, b].map(({ handedOver, id }) => (handedOver ? momentText(handedOver) : '') + id);
    return (first ?? '') < (second ?? '') ? -1 : 1;
  }

  private begun({ entry, at }: Arrival, index: number): Lead {
    const { random } = this;
    const hasShortForm = entry === 'guide' && at.day >= LOOSENED;
    const warmth: Warmth = WARMTHS[this.warmths.get(entry)?.next(warmthShares(entry, hasShortForm)) ?? 0] ?? 'cold';
    const [low, high] = SCORES[warmth];
    const isTarget = this.targets.takes(hasShortForm ? 440 : TARGETS[entry]);
    const base: Lead = {
      id: `L${String(index + 1).padStart(6, '0')}`,
      company: companyCode(isTarget ? random.between(0, 899) : random.between(900, 2499)),
      channel: channelOf(entry, hasShortForm, random),
      entry,
      warmth,
      score: random.between(low, high),
      isTarget,
      at,
    };
    const mql = this.qualified(base);
    if (!mql) return base;
    const handOver = businessDayFrom(mql.day, random.weighted([35, 50, 15]));
    return { ...base, mql, handedOver: { day: handOver, time: handOver === mql.day ? later(mql.time, 5) : this.officeTime() } };
  }

  /** The score reaches the criteria after some days of mails and visits; warm leads only where the loosened criteria hold. */
  private qualified({ at, entry, warmth }: Lead): Moment | undefined {
    if (warmth === 'cold') return undefined;
    const wait = entry === 'demo' || entry === 'inquiry' ? this.random.around(0, 24) : this.random.around(6, 52);
    const on = businessDayFrom(addDays(at.day, wait), 0);
    const mql = { day: on, time: on === at.day ? later(at.time, 10) : this.officeTime() };
    if (warmth === 'hot') return mql;
    if (at.day >= LOOSENED) return mql;
    // Scores that were too low are looked at again when the criteria change, unless they are older than a month.
    return addDays(at.day, 30) >= LOOSENED && on >= LOOSENED ? mql : undefined;
  }

  private judgedAt(lead: Lead): Lead {
    const { handedOver, entry, warmth } = lead;
    if (!handedOver) return lead;
    const { random } = this;
    const on = businessDayFrom(handedOver.day, random.around(1, 7));
    const judged = { day: on, time: this.officeTime() };
    const isSql = this.accepted.takes(acceptedShare(entry, warmth, handedOver.day.slice(0, 7)));
    if (!isSql) return { ...lead, judged, isSql };
    const wait = on < SAME_DAY_CALLS ? random.around(3, 8) : random.around(2, 5) + (isSlowSeason(on) ? 1 : 0);
    const meets = this.met.takes(on < day('2026-04-01') ? 775 : 785);
    if (!meets) return { ...lead, judged, isSql };
    const meeting = { day: businessDayFrom(on, wait), time: this.officeTime() };
    return { ...lead, judged, isSql, meeting };
  }

  private officeTime(): string {
    return clock(this.random.between(9, 17), this.random.below(60));
  }
}

/** Since then inside sales calls on the day a lead becomes an SQL. */
const SAME_DAY_CALLS = day('2026-05-11');

const TARGETS: Readonly<Record<Entry, number>> = { guide: 470, inquiry: 590, demo: 610, webinar: 520, exhibition: 480 };

function isSlowSeason(on: Day): boolean {
  return isIn({ from: day('2026-08-10'), to: day('2026-08-31') }, on) || on.slice(5) >= '12-20' || on.slice(5) <= '01-10';
}

/** So many business days later; with 0 the day itself, or the next business day. */
function businessDayFrom(from: Day, days: number): Day {
  return days === 0 && isBusinessDay(from, CALENDAR) ? from : addBusinessDays(from, Math.max(1, days), CALENDAR);
}

/** Some minutes later on the same day. */
function later(time: string, minutes: number): string {
  const minute = Math.min(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes, 1439);
  return clock(Math.floor(minute / 60), minute % 60);
}

/** Codes in no visible order; the factor shares no divisor with 9,000, so that no two companies have one code. */
function companyCode(number: number): string {
  return `C${1000 + ((number * 7919) % 9000)}`;
}
