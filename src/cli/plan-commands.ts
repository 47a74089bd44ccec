import { type Command, Option } from 'commander';
import { addAnalysis } from './analysis-commands.ts';
import type { CheckOptions } from './command/check.ts';
import type { Kit } from './command-kit.ts';
import { addForesee } from './foresee-commands.ts';
import { addPlanAdvice } from './plan-advice-commands.ts';

/** `check`. */
export function addCheck({ io, done, t, command }: Kit): void {
  checkOptions(command('check', { ja: '計画の検算（ワークスペース不要）', en: 'Check plans; needs no workspace' }), t).action(
    async (files: readonly string[], options: CheckOptions) => {
      const { check } = await import('./command/check.ts');
      done(await check(files, options, io));
    },
  );
}

function checkOptions(check: Command, t: Kit['t']): Command {
  return check
    .argument('<files...>', t('plan.yaml（- は標準入力）', 'plan.yaml (- reads standard input)'))
    .addOption(new Option('--format <format>', t('出力形式', 'Output')).choices(['text', 'json', 'sarif']).default('text'))
    .option('--sheet <file>', t('sheet.csv（既定: 計画の隣）', 'sheet.csv (default: the one beside the plan)'))
    .option('--fix', t('自動で直せる指摘を直して保存', 'Settle in the file what settles itself'))
    .option('--baseline <file>', t('このファイルにある指摘は表示しない', 'Leave out findings that stand in this file'))
    .option('--update-baseline', t('今の指摘を --baseline のファイルに書く', 'Write what is found now into the --baseline file'))
    .option('--all', t('設計への助言も表示', 'Print advice on the design too'))
    .option(
      '--workspace <dir>',
      t('実績・予測・施策も使って点検するワークスペース', 'Workspace whose data, forecasts and initiatives are looked at too'),
    )
    .option('--facts <file>', t('ワークスペースの代わりに、実績を書いたJSON', 'JSON with what is known, instead of a workspace'));
}

/** `plan …`. */
export function addPlan({ io, done, t, command, group, inWorkspace, json }: Kit): void {
  const plan = group('plan', { ja: '計画の保存・公開・書き出し', en: 'Store, publish and export plans' });
  json(inWorkspace(command('list', { ja: '計画の一覧', en: 'List plans' }, plan))).action(async options => {
    const { planList } = await import('./command/plan.ts');
    done(await planList(options, io));
  });
  json(inWorkspace(command('show', { ja: '計画1件', en: 'Show a plan' }, plan)))
    .argument('[plan]')
    .option('--version <name>', t('版（番号か名前）', 'Version (number or name)'))
    .action(async (id: string | undefined, options) => {
      const { planShow } = await import('./command/plan.ts');
      done(await planShow(id, options, io));
    });
  command(
    'picture',
    { ja: 'KPIツリーをSVGの図として保存（ワークスペース不要）', en: 'Save the KPI tree as an SVG; needs no workspace' },
    plan,
  )
    .argument('<file>')
    .requiredOption('--out <file>', t('保存先（- は標準出力）', 'File to write (- is standard output)'))
    .option('--sheet <file>', 'sheet.csv')
    .action(async (file: string, options) => {
      const { planPicture } = await import('./command/plan-picture.ts');
      done(await planPicture(file, options, io));
    });
  json(
    command(
      'coverage',
      {
        ja: 'ジャーニーの段階×チャネルのKPIの件数（ワークスペース不要）',
        en: 'Stages of the journey by channel; needs no workspace',
      },
      plan,
    ),
  )
    .argument('<file>')
    .action(async (file: string, options) => {
      const { planCoverage } = await import('./command/plan-coverage.ts');
      done(await planCoverage(file, options, io));
    });
  inWorkspace(command('apply', { ja: '計画を下書きとして保存', en: 'Store a plan as a draft' }, plan))
    .argument('<file>')
    .option('--sheet <file>', 'sheet.csv')
    .option('--publish', t('そのまま公開', 'Publish it at once'))
    .option('--reason <text>', t('公開の理由', 'Why it is published'))
    .option('--name <name>', t('版に付ける名前（期初計画など）', 'Name of the version'))
    .action(async (file: string, options) => {
      const { planApply } = await import('./command/plan.ts');
      done(await planApply(file, options, io));
    });
  inWorkspace(command('publish', { ja: '下書きを公開', en: 'Publish the draft' }, plan))
    .argument('[plan]')
    .option('--reason <text>', t('公開の理由', 'Why it is published'))
    .option('--name <name>', t('版に付ける名前（期初計画など）', 'Name of the version'))
    .action(async (id: string | undefined, options) => {
      const { planPublish } = await import('./command/plan.ts');
      done(await planPublish(id, options, io));
    });
  inWorkspace(command('export', { ja: '計画の書き出し（保存されたまま）', en: 'Export a plan, byte for byte' }, plan))
    .argument('[plan]')
    .option('--version <name>', t('版（番号か名前）', 'Version (number or name)'))
    .option('--draft', t('下書きを書き出す', 'Export the draft'))
    .option('--out <dir>', t('plan.yaml と sheet.csv を書くフォルダー', 'Folder for plan.yaml and sheet.csv'))
    .action(async (id: string | undefined, options) => {
      const { planExport } = await import('./command/plan.ts');
      done(await planExport(id, options, io));
    });
  addForesee(plan, { io, done, t, command, group, inWorkspace, json });
  addAnalysis({ io, done, t, command, group, inWorkspace, json }, plan);
  addPlanAdvice({ io, done, t, command, group, inWorkspace, json }, plan);
  command('schema', { ja: 'plan.yaml のJSON Schema', en: 'JSON Schema of plan.yaml' }, plan).action(async () => {
    const { planSchema } = await import('./command/plan.ts');
    done(await planSchema(io));
  });
  checkOptions(command('check', { ja: '計画の検算（rashin check と同じ）', en: 'The same as rashin check' }, plan), t).action(
    async (files: readonly string[], options: CheckOptions) => {
      const { check } = await import('./command/check.ts');
      done(await check(files, options, io));
    },
  );
}
