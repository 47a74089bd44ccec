import { describe, expect, test } from 'vitest';
import type { Member } from '../act/member.ts';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../measure/live-segments.ts';
import { NO_STAGE_DEFINITION, type StageDefinition, type StageMove, stageAfter, stageBreaks } from './stage-definition.ts';

const at = '2026-11-20T01:00:00.000Z' as Instant;
const on = (text: string) => text as Day;
const member = (id: string, department: string): Member => ({ id, name: id, department, role: 'member', active: true });
const MEMBERS = {
  tanaka: member('tanaka', 'マーケティング部'),
  sato: member('sato', '営業部'),
  ito: member('ito', '営業部 マーケティング課'),
};

function agreed(moves: readonly (readonly [keyof typeof MEMBERS, StageMove])[], from: StageDefinition = NO_STAGE_DEFINITION) {
  const codes: string[] = [];
  const definition = moves.reduce((now, [by, move]) => {
    const next = stageAfter(now, move, { member: MEMBERS[by], at });
    codes.push(...next.problems.map(({ code }) => code));
    return next.definition;
  }, from);
  return { definition, codes };
}

const terms = (score: number, since: string): StageMove => ({
  kind: 'propose',
  criteria: [`スコア${score}点以上`, ' '],
  handOver: '営業に通知した時点',
  since: on(since),
  because: '商談にならないリードが多い',
});
const MARKETING: StageMove = { kind: 'approve', side: 'marketing' };
const SALES: StageMove = { kind: 'approve', side: 'sales' };
const FIRST = [
  ['tanaka', terms(50, '2026-04-01')],
  ['tanaka', MARKETING],
  ['sato', SALES],
] as const;

describe('[SHR-07] what marketing and sales mean by an MQL', () => {
  test('[AGR-11] a changed threshold is in force with both approvals and not with one, and starts a series mark', () => {
    const first = agreed(FIRST);
    expect(first.codes).toEqual([]);
    const breaks = (definition: StageDefinition) => stageBreaks(new Map([['mql', definition]]), 'mqls');
    expect(breaks(first.definition)).toEqual([]);
    const half = agreed(
      [
        ['tanaka', terms(60, '2026-10-01')],
        ['tanaka', MARKETING],
      ],
      first.definition,
    );
    expect(half.definition.versions.map(({ criteria }) => criteria)).toEqual([['スコア50点以上']]);
    expect(breaks(half.definition)).toEqual([]);
    const both = agreed([['sato', SALES]], half.definition);
    expect(both.definition.proposed).toBeNull();
    expect(both.definition.versions.map(({ criteria, since }) => [criteria, since])).toEqual([
      [['スコア50点以上'], '2026-04-01'],
      [['スコア60点以上'], '2026-10-01'],
    ]);
    expect(both.definition.versions[1]?.approvals.map(({ side, by }) => [side, by])).toEqual([
      ['marketing', 'tanaka'],
      ['sales', 'sato'],
    ]);
    expect(breaks(both.definition)).toEqual([{ stage: 'mql', since: '2026-10-01' }]);
    expect(stageBreaks(new Map([['mql', both.definition]]), 'win-rate')).toEqual([]);
  });

  test('[AGR-12] nobody approves for another department, for both, or what is not proposed; a new proposal takes back approvals', () => {
    expect(agreed([['sato', SALES]]).codes).toEqual(['stage-nothing-proposed']);
    const [proposal] = FIRST;
    expect(agreed([proposal, ['sato', MARKETING]]).codes).toEqual(['stage-other-side']);
    expect(agreed([proposal, ['ito', MARKETING], ['ito', SALES]]).codes).toEqual(['stage-same-person']);
    const again = agreed([proposal, ['tanaka', MARKETING], ['sato', terms(70, '2026-05-01')]]);
    expect(again.definition.proposed?.approvals).toEqual([]);
    expect(agreed([proposal, ['sato', { kind: 'withdraw' }]]).definition.proposed).toBeNull();
    expect(stageAfter(NO_STAGE_DEFINITION, terms(50, '2026-04-01'), { member: undefined, at }).problems[0]?.code).toBe(
      'stage-member',
    );
  });

  test('[AGR-11] without a criterion, a hand-over point or a later first day nothing is proposed', () => {
    const nothing: StageMove = { kind: 'propose', criteria: [' '], handOver: '', since: on('2026-04-01'), because: '' };
    const empty = agreed([['tanaka', nothing]]);
    expect(empty.codes).toEqual(['stage-criteria-missing', 'text-missing', 'text-missing']);
    const { definition } = agreed(FIRST);
    expect(agreed([['tanaka', terms(60, '2026-04-01')]], definition).codes).toEqual(['stage-since']);
  });
});
