import { describe, expect, test } from 'vitest';
import type { Member } from '../act/member.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import { checkAudit, sampleAgrees } from './check-audit.ts';
import { type AuditedSample, auditDue, auditPlanOf, USUAL_AUDITS } from './data-audit.ts';
import { type ChecklistFacts, qualityChecklist } from './quality-checklist.ts';

const ITO: Member = { id: 'ito', name: '伊藤', department: null, role: 'member', active: true };

describe('[QUA-30] audits of data', () => {
  test('every quarter unless said otherwise: one interval after the first import, then as the last audit says', () => {
    expect(auditPlanOf(USUAL_AUDITS, 'leads')).toEqual({ months: 3, owner: null });
    expect(auditDue(3, undefined, day('2026-08-21'), day('2026-11-21'))).toEqual({ due: '2026-11-21', overdue: false });
    expect(auditDue(3, undefined, day('2026-08-21'), day('2026-11-22'))).toEqual({ due: '2026-11-21', overdue: true });
    expect(auditDue(3, { next: day('2027-02-01') }, day('2026-01-01'), day('2026-11-22'))).toEqual({
      due: '2027-02-01',
      overdue: false,
    });
    expect(auditDue(null, undefined, day('2026-01-01'), day('2026-11-22'))).toBeUndefined();
    expect(auditDue(3, undefined, undefined, day('2026-11-22'))).toBeUndefined();
  });

  test('a value agrees to the last digit or not at all', () => {
    expect(sampleAgrees({ ours: '1234.50', theirs: '1234.5' })).toBe(true);
    expect(sampleAgrees({ ours: '1234.50', theirs: '1234.500000001' })).toBe(false);
    expect(sampleAgrees({ ours: '1234.50', theirs: null })).toBeUndefined();
  });

  test('it cannot pass with a value that differs, nor fail without saying what is put right', () => {
    const codes = (theirs: string | null, result: 'passed' | 'failed', what: string | null) =>
      checkAudit(
        {
          dataset: 'leads',
          on: day('2026-11-22'),
          samples: [sample(theirs)],
          checks: [],
          result,
          note: '',
          correction: what === null ? null : { what, owner: 'ito', due: day('2026-12-01') },
          next: day('2027-02-22'),
        },
        [ITO],
      ).map(({ code }) => code);
    expect(codes('12', 'passed', null)).toEqual([]);
    expect(codes('13', 'passed', null)).toEqual(['audit-differs']);
    expect(codes('13', 'failed', null)).toEqual(['audit-correction-missing']);
    expect(codes('13', 'failed', '重複を除く')).toEqual([]);
    expect(codes(null, 'passed', null)).toEqual(['audit-nothing-verified']);
    expect(codes('1,3', 'failed', '直す')).toEqual(['audit-number']);
  });
});

describe('[QUA-31] the checklist of data quality', () => {
  const facts: ChecklistFacts = {
    kpis: 10,
    sourced: 10,
    automated: 8,
    openTickets: 0,
    tickets: 4,
    audits: 2,
    auditsInTime: 2,
  };

  test('[MEA-15] one audit that is overdue lowers it', () => {
    expect(qualityChecklist(facts)).toMatchObject({ score: 1 });
    const lowered = qualityChecklist({ ...facts, auditsInTime: 1 });
    expect(lowered.items.at(-1)).toEqual({ id: 'audited', state: 'partly', done: 1, of: 2 });
    expect(lowered.score).toBe(0.875);
    expect(qualityChecklist({ ...facts, auditsInTime: 0 }).score).toBe(0.75);
  });

  test('open tickets, KPIs without source and values that are typed lower it; what cannot be judged does not count', () => {
    const states = (changed: Partial<ChecklistFacts>) =>
      qualityChecklist({ ...facts, ...changed }).items.map(({ state }) => state);
    expect(states({ openTickets: 4 })).toEqual(['met', 'met', 'not', 'met']);
    expect(states({ openTickets: 1, automated: 7, sourced: 9 })).toEqual(['partly', 'partly', 'partly', 'met']);
    const empty = qualityChecklist({ kpis: 0, sourced: 0, automated: 0, openTickets: 0, tickets: 0, audits: 0, auditsInTime: 0 });
    expect(empty.items.map(({ state }) => state)).toEqual(['none', 'none', 'none', 'none']);
    expect(empty.score).toBeNull();
  });
});

function sample(theirs: string | null): AuditedSample {
  const on = day('2026-10-01');
  return { from: on, to: on, slice: [], column: null, name: { ja: '行数', en: 'Rows' }, currency: null, ours: '12', theirs };
}

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}
