import { describe, expect, test } from 'vitest';
import type { Role } from '../act/member.ts';
import type { Instant } from '../measure/live-segments.ts';
import type { Decimal } from '../measure/observation.ts';
import { isSettled, NO_TALK, type TalkMove, type TalkSide, type TargetTalk, talkAfter, talkGap } from './target-talk.ts';

const at = '2026-11-20T01:00:00.000Z' as Instant;
const of = (value: string) => value as Decimal;

const ROLES: Readonly<Record<string, Role>> = { chief: 'executive', lead: 'manager', tanaka: 'member' };

function talkOf(moves: readonly (readonly [string, TalkMove])[], talk: TargetTalk = NO_TALK) {
  const codes: string[] = [];
  const end = moves.reduce((now, [by, move]) => {
    const next = talkAfter(now, move, { by, at, role: ROLES[by] });
    codes.push(...next.problems.map(({ code }) => code));
    return next.talk;
  }, talk);
  return { talk: end, codes };
}

const TOP: TalkMove = { kind: 'propose', side: 'top-down', value: of('300'), because: 'The sales target needs it' };
const FIELD: TalkMove = { kind: 'propose', side: 'bottom-up', value: of('200'), because: 'Last quarter gave 180' };
const AGREE: TalkMove = { kind: 'agree', value: of('240') };
const BOTH = [
  ['chief', TOP],
  ['tanaka', FIELD],
  ['chief', AGREE],
] as const;

describe('[DES-54] a target between what is expected and what can be done', () => {
  test('[TLK-01] 300 leads from above, 200 from below: a third apart; 240 agreed, with both signatures', () => {
    const { talk, codes } = talkOf([
      ...BOTH,
      ['chief', { kind: 'approve', side: 'top-down' }],
      ['tanaka', { kind: 'approve', side: 'bottom-up' }],
    ]);
    expect(codes).toEqual([]);
    expect(Math.round((talkGap(talk) ?? 0) * 100)).toBe(33);
    expect(talk).toMatchObject({
      agreed: { value: '240', by: 'chief' },
      approvals: [
        { side: 'top-down', by: 'chief' },
        { side: 'bottom-up', by: 'tanaka' },
      ],
    });
    expect(isSettled(talk)).toBe(true);
    expect(isSettled(talkOf([...BOTH, ['chief', { kind: 'approve', side: 'top-down' }]]).talk)).toBe(false);
  });

  test('[TLK-04] executives sign from above, those who do the work from the field, managers for either; nobody else', () => {
    const sign = (by: string, side: TalkSide) => talkOf([...BOTH, [by, { kind: 'approve', side }]]).codes;
    expect([sign('chief', 'top-down'), sign('chief', 'bottom-up')]).toEqual([[], ['talk-other-side']]);
    expect([sign('tanaka', 'top-down'), sign('tanaka', 'bottom-up')]).toEqual([['talk-other-side'], []]);
    expect([sign('lead', 'top-down'), sign('lead', 'bottom-up')]).toEqual([[], []]);
    expect(sign('a-program', 'top-down')).toEqual(['talk-other-side']);
  });

  test('[TLK-02] nothing is agreed from one side, stood for before it is agreed, or by one person for both', () => {
    expect(
      talkOf([
        ['chief', TOP],
        ['chief', AGREE],
      ]).codes,
    ).toEqual(['talk-one-sided']);
    expect(
      talkOf([
        ['chief', TOP],
        ['chief', { kind: 'approve', side: 'top-down' }],
      ]).codes,
    ).toEqual(['talk-nothing-agreed']);
    const alone = talkOf([
      ...BOTH,
      ['lead', { kind: 'approve', side: 'top-down' }],
      ['lead', { kind: 'approve', side: 'bottom-up' }],
    ]);
    expect(alone.codes).toEqual(['talk-same-person']);
    expect(alone.talk.approvals).toHaveLength(1);
    expect(talkOf([['chief', { ...TOP, because: ' ' }]])).toMatchObject({ codes: ['talk-because'], talk: NO_TALK });
    expect(talkGap(talkOf([['chief', TOP]]).talk)).toBeNull();
  });

  test('[TLK-03] another proposal reopens what was agreed, another value has to be stood for anew', () => {
    const agreed = talkOf([...BOTH, ['chief', { kind: 'approve', side: 'top-down' }]]).talk;
    expect(talkOf([['tanaka', { ...FIELD, value: of('220') }]], agreed).talk).toMatchObject({ agreed: null, approvals: [] });
    expect(talkOf([['tanaka', { kind: 'agree', value: of('250') }]], agreed).talk).toMatchObject({
      agreed: { value: '250', by: 'tanaka' },
      approvals: [],
    });
  });
});
