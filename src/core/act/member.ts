import type { Problem } from '../problem/problem.ts';
import { actProblem } from './act-messages.ts';
import { checkText } from './check-text.ts';

/** Someone who works with the numbers. Plans, initiatives and to-dos name members by id. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly department: string | null;
  readonly role: Role;
  /** Someone who left stays in the history, but nothing new can be given to them. */
  readonly active: boolean;
}

/** Lower-case words joined by `-`, in parts joined by `/`: `sales/sato`. */
export type MemberId = string;

export type Role = 'executive' | 'manager' | 'member' | 'engineer';

const MEMBER_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const LONGEST_ID = 100;

export function checkMember(member: Member): Problem[] {
  const problems = checkText(member.name, 'member-name', { required: true });
  problems.push(...checkText(member.department ?? '', 'department', { required: false }));
  if (!MEMBER_ID.test(member.id) || member.id.length > LONGEST_ID) {
    problems.push(actProblem('member-id', { id: member.id.slice(0, LONGEST_ID) }, { at: ['id'] }));
  }
  return problems;
}

/**
 * Whether a person can be made responsible: known and still active. [ACT-03]
 * `members`: everybody of the workspace.
 */
export function checkOwner(owner: MemberId | null, members: readonly Member[], at: readonly string[] = ['owner']): Problem[] {
  if (owner === null || owner.trim() === '') return [actProblem('owner-missing', {}, { at })];
  const member = members.find(({ id }) => id === owner);
  if (!member) return [actProblem('member-unknown', { id: owner }, { at })];
  return member.active ? [] : [actProblem('member-inactive', { name: member.name }, { at })];
}
