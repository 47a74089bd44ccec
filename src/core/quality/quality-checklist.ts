/** The four questions about the quality of data, each answered from what is known. [QUA-31] */
export interface QualityChecklist {
  readonly items: readonly ChecklistItem[];
  /** 0 to 1: met counts 1, partly ½; questions that cannot be answered are left out. Null where none can. */
  readonly score: number | null;
}

export interface ChecklistItem {
  readonly id: 'standard' | 'automated' | 'handled' | 'audited';
  /** `none`: there is nothing to judge by yet. */
  readonly state: 'met' | 'partly' | 'not' | 'none';
  /** How many of how many. */
  readonly done: number;
  readonly of: number;
}

/** What the answers rest on. */
export interface ChecklistFacts {
  /** KPIs of active plans, and those among them whose values have a defined source. */
  readonly kpis: number;
  readonly sourced: number;
  readonly automated: number;
  /** Missing, late, unusual or disagreeing values and overdue typed ones that nobody has said anything about, and all that there were. */
  readonly openTickets: number;
  readonly tickets: number;
  /** Datasets that are to be audited, and those among them whose audit is not overdue. */
  readonly audits: number;
  readonly auditsInTime: number;
}

/** Automation is met from this share of the KPIs on. */
const AUTOMATED_ENOUGH = 0.8;

/**
 * Standardised: every KPI has a defined source. Automated: four fifths of the KPIs arrive by themselves. Handled: no ticket is open.
 * Audited: no audit is overdue; one that is makes it `partly`, all of them `not`. [QUA-31]
 */
export function qualityChecklist(facts: ChecklistFacts): QualityChecklist {
  const items: readonly ChecklistItem[] = [
    item('standard', facts.sourced, facts.kpis, 1),
    item('automated', facts.automated, facts.kpis, AUTOMATED_ENOUGH),
    facts.openTickets === 0 && facts.kpis > 0
      ? { id: 'handled', state: 'met', done: facts.tickets, of: facts.tickets }
      : item('handled', facts.tickets - facts.openTickets, facts.tickets, 1),
    item('audited', facts.auditsInTime, facts.audits, 1),
  ];
  const judged = items.filter(({ state }) => state !== 'none');
  const points = judged.reduce((sum, { state }) => sum + (state === 'met' ? 1 : state === 'partly' ? 0.5 : 0), 0);
  return { items, score: judged.length === 0 ? null : points / judged.length };
}

function item(id: ChecklistItem['id'], done: number, of: number, enough: number): ChecklistItem {
  const state = of === 0 ? 'none' : done / of >= enough ? 'met' : done > 0 ? 'partly' : 'not';
  return { id, state, done, of };
}
