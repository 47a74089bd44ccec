import { z } from 'zod';
import type { Member } from '#core/act/member.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { list } from './scalar.ts';

export const member = carries<Member>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    department: z.string().nullable(),
    role: z.enum(['executive', 'manager', 'member', 'engineer']),
    active: z.boolean(),
  }),
).meta({ id: 'Member' });

export const members = endpoint({
  method: 'GET',
  path: '/api/members',
  concept: 'member',
  summary: { ja: 'メンバーの一覧（利用を終えた人も含む）', en: 'Everybody, people who left included' },
  response: z.strictObject({ members: list(member) }),
});

/** Nobody has to act for the very first member of a workspace. */
export const putMember = endpoint({
  method: 'PUT',
  path: '/api/members',
  concept: 'member',
  summary: { ja: 'メンバーの登録・変更', en: 'Registers a person, or changes what is known of one' },
  body: member,
  response: z.strictObject({ member }),
});
