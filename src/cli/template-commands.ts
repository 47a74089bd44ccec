import { type Command, Option } from 'commander';
import { TEMPLATE_KINDS } from '#core/template/template.ts';
import type { Kit } from './command-kit.ts';
import { day } from './day-option.ts';

/** `template …`: needs no workspace. */
export function addTemplates({ io, done, t, command, group, json }: Kit): void {
  const template = group('template', { ja: '計画のテンプレート', en: 'Templates of plans' });
  filterOptions(json(command('list', { ja: 'テンプレートの一覧', en: 'List templates' }, template)), t).action(async options => {
    const { templateList } = await import('./command/template.ts');
    done(templateList(options, io));
  });
  json(command('show', { ja: 'テンプレートひとつの中身', en: 'Show a template' }, template))
    .argument('<id>')
    .action(async (id: string, options) => {
      const { templateShow } = await import('./command/template.ts');
      done(templateShow(id, options, io));
    });
  json(
    command(
      'use',
      { ja: 'テンプレートから計画を作る（+でつなぐと組み合わせ）', en: 'Make a plan; join ids by + to combine' },
      template,
    ),
  )
    .argument('<ids>', t('テンプレートのID（重要な順に + でつなぐ）', 'Ids joined by +, the most important first'))
    .option('--set <answers...>', t('答え（項目=値）', 'Answers (key=value)'))
    .option('--start <day>', t('計画の初日（既定: 来月1日）', 'First day (default: the first of next month)'), day)
    .option('--out <dir>', t('書き出すフォルダー（既定: 表示のみ）', 'Folder to write into (default: only print)'))
    .action(async (ids: string, options) => {
      const { templateUse } = await import('./command/template-use.ts');
      done(await templateUse(ids, options, io));
    });
}

function filterOptions(list: Command, t: Kit['t']): Command {
  return list
    .addOption(new Option('--kind <kind>', t('種類', 'Kind')).choices(TEMPLATE_KINDS))
    .option('--channel <word>', t('チャネル', 'Channel'))
    .option('--industry <word>', t('業界', 'Industry'))
    .option('--purpose <word>', t('目的', 'Purpose'))
    .option('--phase <word>', t('段階', 'Phase'));
}
