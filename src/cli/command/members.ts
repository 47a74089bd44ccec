import type { Member } from '#core/act/member.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

/** `rashin members` */
export async function membersList(options: WorkspaceOptions & { readonly json?: boolean }, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { members } = valueOr(await ask('members'));
    if (options.json) {
      io.print(JSON.stringify(members, null, 2));
      return EXIT.ok;
    }
    const ja = io.lang === 'ja';
    const head = [
      { heading: 'ID' },
      { heading: ja ? '氏名' : 'Name' },
      { heading: ja ? '部署' : 'Department' },
      { heading: ja ? '役割' : 'Role' },
    ];
    io.print(
      tableText(
        head,
        members.map(({ id, name, department, role, active }) => [active ? id : io.colors.dim(id), name, department ?? '–', role]),
      ),
    );
    return EXIT.ok;
  });
}

export interface MemberAdded extends WorkspaceOptions {
  readonly name: string;
  readonly department?: string;
  readonly role: Member['role'];
  readonly inactive?: boolean;
}

/** `rashin members add ID --name …`: registers a person, or changes what is known of one. */
export async function memberAdd(id: string, options: MemberAdded, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { name, department, role, inactive } = options;
    const body = { id, name, department: department ?? null, role, active: inactive !== true };
    const { member } = valueOr(await ask('putMember', { body }));
    io.print(`${member.id} ${member.name}`);
    return EXIT.ok;
  });
}
