import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Kit } from './command-kit.ts';

/** `plan verdict`, `plan repair` and `plan schedule`. */
export function addPlanAdvice({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  const fromFile = (of: Command): Command =>
    json(of)
      .argument('<file>', t('plan.yaml（- は標準入力）', 'plan.yaml (- reads standard input)'))
      .option('--sheet <file>', t('sheet.csv（既定: 計画の隣）', 'sheet.csv (default: the one beside the plan)'));
  const goal = (of: Command): Command => of.option('--goal <id>', t('目標のID', 'The goal'));
  fromFile(command('verdict', { ja: '目標に届くかの判定と根拠', en: 'Verdict on each goal, and what it rests on' }, plan)).action(
    async (file: string, options) => {
      const { planVerdict } = await import('./command/plan-advice.ts');
      done(await planVerdict(file, options, io));
    },
  );
  goal(
    inWorkspace(
      fromFile(
        command('repair', { ja: '届かない目標を届くようにする最小の変更', en: 'The cheapest change that reaches a goal' }, plan),
      ),
    ),
  )
    .option('--fix <nodes>', t('変えない指標（,で区切る）', 'Nodes that stay as they are, separated by commas'), named, [])
    .option('--max <node=value>', t('上限（繰り返し可）', 'How far a node may go; may be repeated'), assigned, {})
    .option('--weight <node=weight>', t('変えにくさ（既定: 1、繰り返し可）', 'How dear a change is (default: 1)'), assigned, {})
    .option(
      '--within <plan>',
      t(
        'ワークスペースのこの計画の最高値と業界の水準を上限にする',
        'Stay within own bests and benchmarks of this plan of the workspace',
      ),
    )
    .option('--apply <file>', t('最初の案を書き込むファイル', 'File the first offer is written to'))
    .action(async (file: string, options) => {
      const { planRepair } = await import('./command/plan-advice.ts');
      done(await planRepair(file, options, io));
    });
  goal(
    fromFile(
      command(
        'schedule',
        { ja: '目標から逆算した月別・週別の計画', en: 'What to create month by month or week by week, counted backwards' },
        plan,
      ),
    ),
  )
    .alias('plan')
    .option('--weeks', t('週ごとに計画する', 'Plan by weeks'))
    .addOption(
      new Option(
        '--days <kind>',
        t('週の中で数える日（既定: 営業日）', 'Days that count in a week (default: business days)'),
      ).choices(['business-days', 'calendar-days']),
    )
    .option('--lever <nodes>', t('計画する量（,で区切る）', 'Amounts to plan, separated by commas'), named, [])
    .option(
      '--lag <node=shares>',
      t(
        '遅れの分布（例: wins=0/15/35/30/20、または計画と同じ書き方。wins=日付.csv なら「入った日,次へ進んだ日」の2列から求めます）',
        'Delays by month, such as wins=0/15/35/30/20, or as in a plan, or wins=dates.csv with two columns: entered, converted',
      ),
      assigned,
      {},
    )
    .option(
      '--actuals <file>',
      t(
        '終わった月・週の実績のCSV（各行: ID,値,値,…）。残りだけを計画し直す',
        'CSV of actuals so far (rows: id,value,value,…); only what is left is planned',
      ),
    )
    .option('--catch-up', t('これまでの不足を残りで取り戻す', 'Make up for what is missing so far'))
    .option(
      '--max <node=value>',
      t('月（--weeks では週）の上限（繰り返し可）', 'Most per month, with --weeks per week; may be repeated'),
      assigned,
      {},
    )
    .option('--unit-cost <node=cost>', t('単価（予算の上限に使います）', 'Cost of one, for budgets'), assigned, {})
    .option(
      '--ramp <share>',
      t(
        '前月からの変化の上限（既定: 35%、--weeks では前週から1営業日あたり7%）',
        'Greatest change from month to month (default: 35%; with --weeks from week to week per business day, 7%)',
      ),
    )
    .option(
      '--growth <share>',
      t('計画期間より後の目標の伸び（月あたり、例: 3%）', 'Growth of the target after the plan, per month, such as 3%'),
    )
    .addOption(new Option('--season <kind>', t('季節性', 'Season to follow')).choices(['business-days']))
    .addOption(
      new Option('--shape <shape>', t('案の形', 'Shape')).choices(['smooth', 'even', 'earliest', 'cheapest', 'seasonal']),
    )
    .option('--csv', t('sheet.csv に貼れる形で出力', 'Print rows for sheet.csv'))
    .option('--apply <file>', t('最初の案を書き込むsheet.csv', 'sheet.csv the first schedule is written to'))
    .action(async (file: string, options) => {
      const { planScheduleCommand } = await import('./command/plan-schedule.ts');
      done(await planScheduleCommand(file, options, io));
    });
}

function assigned(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const place = text.lastIndexOf('=');
  if (place < 1 || place === text.length - 1) throw new InvalidArgumentError(`${text} (node=value)`);
  return { ...before, [text.slice(0, place)]: text.slice(place + 1) };
}

function named(text: string, before: readonly string[]): readonly string[] {
  const parts = text.split(',').map(part => part.trim());
  return [...before, ...parts.filter(part => part !== '')];
}
