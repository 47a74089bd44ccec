import { type Command, Option } from 'commander';
import type { Kit } from './command-kit.ts';

/** `members …`. */
export function addPeople({ io, done, t, command, inWorkspace, json }: Kit): void {
  const members = json(inWorkspace(command('members', { ja: 'メンバーの一覧・登録', en: 'List and register members' }))).action(
    async options => {
      const { membersList } = await import('./command/members.ts');
      done(await membersList(options, io));
    },
  );
  inWorkspace(command('add', { ja: 'メンバーの登録・変更', en: 'Register or change a member' }, members))
    .argument('<id>', t('ID（sales/sato など）', 'Id, such as sales/sato'))
    .requiredOption('--name <name>', t('氏名', 'Name'))
    .option('--department <name>', t('部署', 'Department'))
    .addOption(
      new Option('--role <role>', t('役割', 'Role')).choices(['executive', 'manager', 'member', 'engineer']).default('member'),
    )
    .option('--inactive', t('利用を終了', 'No longer uses Rashin'))
    .action(async (id: string, options, self: Command) => {
      const { memberAdd } = await import('./command/members.ts');
      done(await memberAdd(id, { ...self.parent?.opts(), ...options }, io));
    });
}
