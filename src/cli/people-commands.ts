import { type Command, Option } from 'commander';
import type { Kit } from './command-kit.ts';

/** `members …` and `people …`. */
export function addPeople({ io, done, t, command, group, inWorkspace, json }: Kit): void {
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
  const people = group('people', { ja: '個人のデータ', en: 'Personal data' });
  json(
    inWorkspace(
      command(
        'erase',
        { ja: '個人のデータの消去（--yes がなければ確認のみ）', en: 'Erase a person (only looks without --yes)' },
        people,
      ),
    ),
  )
    .argument('<who>', t('メールアドレスかID', 'Mail address or id'))
    .option('--yes', t('消去を実行', 'Erase'))
    .action(async (who: string, options) => {
      const { peopleErase } = await import('./command/people-erase.ts');
      done(await peopleErase(who, options, io));
    });
}
