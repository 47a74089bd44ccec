import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Kit } from './command-kit.ts';

/** `plan explain`, `whatif`, `priorities`, `drivers` and `evidence`. [CLI-15 … CLI-17, CLI-24, CLI-25] */
export function addAnalysis(kit: Kit, plan: Command): void {
  addExplain(kit, plan);
  addWhatIf(kit, plan);
  addPriorities(kit, plan);
  addDrivers(kit, plan);
  addEvidence(kit, plan);
}

function addExplain({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  json(inWorkspace(command('explain', { ja: '差異の内訳', en: 'What made a difference' }, plan)))
    .argument('<node>', t('目標・KPIのID', 'Id of a goal or KPI'))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option(
      '--from <side>',
      t('見る側: 期間（2026-10など）・actual・plan:版', 'What is explained: a period, actual, plan:VERSION'),
    )
    .option(
      '--against <side>',
      t('比べる側: plan・plan:版・previous・last-year・期間', 'Compared with: plan, plan:VERSION, previous, last-year, a period'),
    )
    .option('--period <period>', t('対象期間', 'The days looked at'))
    .option('--by <column>', t('切り口の列', 'Column to cut by'))
    .addOption(new Option('--method <method>', t('分け方', 'How it is split')).choices(['shapley', 'lmdi']))
    .option('--where <filter>', t('見る側の条件（例: "country = Germany"）', 'Filter of what is explained'), collected, [])
    .option('--against-where <filter>', t('比べる側の条件', 'Filter of the other side'), collected, [])
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .action(async (node: string, options) => {
      const { explain } = await import('./command/explain.ts');
      done(await explain(node, options, io));
    });
}

function addWhatIf({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  json(inWorkspace(command('whatif', { ja: '試算（もし変えたら）', en: 'What if drivers were different' }, plan)))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option(
      '--set <change>',
      t('変更（例: leads=+10%、win-rate=20%）', 'A change, such as leads=+10% or win-rate=20%'),
      collected,
      [],
    )
    .option('--scenario <name>', t('保存したシナリオ（名前かID）', 'A kept scenario (name or id)'), collected, [])
    .option('--save <name>', t('--set の内容をシナリオとして保存', 'Keep what --set says under this name'))
    .option('--adopt', t('変更を下書きに反映', 'Take the changes over into the draft'))
    .addOption(
      new Option('--base <base>', t('計画の目標から／直近の実績から', 'From targets or from the present')).choices([
        'plan',
        'actual',
      ]),
    )
    .option('--tornado <node>', t('各KPIを上下に動かした影響', 'Effect of every driver moved up and down'))
    .option('--swing <share>', t('--tornado の幅（既定: 10%）', 'How far --tornado moves them (default: 10%)'), share)
    .option('--seek <node=value>', t('この値になるために必要な値', 'What it takes for a node to be a value'))
    .option('--through <driver>', t('--seek で動かすKPI', 'The driver that --seek moves'))
    .option('--sensitivity <node>', t('各KPIを1%増やしたときの変化', 'What 1% more of every driver does'))
    .option('--effect <change>', t('--on への効果と時期（例: mql-rate=+10%）', 'Effect on --on, and when (mql-rate=+10%)'))
    .option('--on <node>', t('--effect を見るKPI', 'The node --effect is looked at'))
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .action(async options => {
      const { whatIf } = await import('./command/what-if.ts');
      done(await whatIf(options, io));
    });
}

function addPriorities({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  json(inWorkspace(command('priorities', { ja: '優先順位', en: 'What to work on first' }, plan)))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option('--goal <id>', t('どの目標について見るか', 'The goal it is about'))
    .option('--why', t('点数の理由も表示', 'Print the reasons'))
    .option('--mark <mark>', t('点数を決める（例: cvr.room=4、取り消しは auto）', 'Set a mark (cvr.room=4; auto takes it back)'))
    .option('--note <text>', t('--mark の理由', 'Why --mark is set'))
    .action(async options => {
      const { priorities } = await import('./command/priorities.ts');
      done(await priorities(options, io));
    });
}

function addDrivers({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  json(inWorkspace(command('drivers', { ja: '先に動くKPI', en: 'KPIs that move ahead of a goal' }, plan)))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option('--goal <id>', t('どの目標・KPIについて見るか', 'The goal or KPI it is about'))
    .addOption(new Option('--grain <grain>', t('比べる間隔', 'Steps that are compared')).choices(['day', 'week', 'month']))
    .option('--most <steps>', t('調べるずれの最大', 'Longest lag looked at'), number)
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .action(async options => {
      const { drivers } = await import('./command/drivers.ts');
      done(await drivers(options, io));
    });
}

function addEvidence({ io, done, t, command, inWorkspace, json }: Kit, plan: Command): void {
  json(inWorkspace(command('evidence', { ja: '目標の根拠と意欲度', en: 'Evidence for a target' }, plan)))
    .argument('<node>', t('目標・KPIのID', 'Id of a goal or KPI'))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option('--target <value>', t('目標の代わりに試す値（率は0.03のように）', 'Another value to try (rates as 0.03)'), number)
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .action(async (node: string, options) => {
      const { evidence } = await import('./command/evidence.ts');
      done(await evidence(node, options, io));
    });
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('0.03, 12');
  return value;
}

function collected(value: string, all: readonly string[]): readonly string[] {
  return [...all, value];
}

function share(text: string): number {
  const value = Number(text.replace(/%$/, '')) / (text.endsWith('%') ? 100 : 1);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('0〜100%');
  return value;
}
