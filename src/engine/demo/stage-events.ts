import type { Deal } from './deal.ts';
import { DEMO_TODAY, FIRST_DAY } from './demo-days.ts';
import type { Lead, Moment } from './lead.ts';
import { momentText } from './leads.ts';

/** Stages as the CRM names them. */
export type Stage = 'リード獲得' | 'MQL' | '引き渡し' | 'SQL' | '差し戻し' | '商談設定' | '受注' | '失注';

/** One step of a lead, as the CRM keeps it. */
export interface StageEvent {
  readonly at: Moment;
  readonly lead: Lead;
  readonly stage: Stage;
  /** Whole yen; of won deals only. */
  readonly amount?: number;
  /** Of lost deals only. */
  readonly reason?: string;
}

/** Nothing later than this was in the CRM when it was last exported. */
const LAST_EXPORT = `${DEMO_TODAY} 18:00`;

/** Everything that happened from the first day of the files to the last export, in order. [DMO-04] */
export function stageEvents(leads: readonly Lead[], deals: readonly Deal[]): readonly StageEvent[] {
  const events: StageEvent[] = [...leads.flatMap(stepsOf), ...deals.map(endOf)];
  return events
    .filter(({ at }) => at.day >= FIRST_DAY && momentText(at) <= LAST_EXPORT)
    .map((event, index) => ({ event, index }))
    .sort((a, b) => compare(momentText(a.event.at), momentText(b.event.at)) || a.index - b.index)
    .map(({ event }) => event);
}

function stepsOf(lead: Lead): readonly StageEvent[] {
  const step = (stage: Stage, at: Moment | undefined): readonly StageEvent[] => (at ? [{ at, lead, stage }] : []);
  return [
    ...step('リード獲得', lead.at),
    ...step('MQL', lead.mql),
    ...step('引き渡し', lead.handedOver),
    ...step(lead.isSql ? 'SQL' : '差し戻し', lead.judged),
    ...step('商談設定', lead.meeting),
  ];
}

function endOf({ lead, closes, time, isWon, amount, lostBecause }: Deal): StageEvent {
  const at = { day: closes, time };
  return isWon ? { at, lead, stage: '受注', amount } : { at, lead, stage: '失注', reason: lostBecause };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
