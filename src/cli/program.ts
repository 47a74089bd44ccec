import { readFileSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '#core/calendar/day.ts';
import { GRAINS } from '#core/calendar/period.ts';
import type { Text } from '#core/text/text.ts';
import { addAnalysis } from './analysis-commands.ts';
import { distFolder } from './dist-folder.ts';
import type { Exit, Io } from './io.ts';
import { addPlanAdvice } from './plan-advice-commands.ts';

type Done = (exit: Exit) => void;

/** All commands with their options, as a tree; each loads what it needs when it is run. [CLI-01] */
export function program(io: Io, done: Done): Command {
  const t = (ja: string, en: string): string => ({ ja, en })[io.lang];
  const output = outputTo(io);
  const root = new Command('rashin')
    .description(t('マーケティングKPIの設計・検算・計測・改善', 'Design, prove, measure and improve marketing KPIs'))
    .version(version())
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput(output)
    .configureHelp({ showGlobalOptions: false });
  const command = (name: string, about: Text, parent = root): Command =>
    parent
      .command(name)
      .description(about[io.lang])
      .addOption(new Option('--lang <lang>', t('表示言語', 'Language')).choices(['ja', 'en']))
      .exitOverride()
      .configureOutput(output);
  const group = (name: string, about: Text): Command =>
    root.command(name).description(about[io.lang]).exitOverride().configureOutput(output);
  const inWorkspace = (of: Command): Command =>
    of
      .option('--workspace <dir>', t('ワークスペースのフォルダー', 'Folder of the workspace'))
      .option('--member <id>', t('操作する人のID（既定: RASHIN_MEMBER）', 'Who is acting (default: RASHIN_MEMBER)'));
  const json = (of: Command): Command => of.option('--json', t('JSONで出力', 'Print JSON'));
  const kit: Kit = { io, done, t, command, group, inWorkspace, json };
  addCheck(kit);
  addImport(kit);
  addStatus(kit);
  addQuery(kit);
  addServer(kit);
  addPlan(kit);
  addMetrics(kit);
  addPeople(kit);
  addData(kit);
  return root;
}

export interface Kit {
  readonly io: Io;
  readonly done: Done;
  readonly t: (ja: string, en: string) => string;
  readonly command: (name: string, about: Text, parent?: Command) => Command;
  readonly inWorkspace: (of: Command) => Command;
  readonly json: (of: Command) => Command;
  readonly group: (name: string, about: Text) => Command;
}

function addCheck({ io, done, t, command }: Kit): void {
  command('check', { ja: '計画の検算（ワークスペース不要）', en: 'Check plans; needs no workspace' })
    .argument('<files...>', t('plan.yaml（- は標準入力）', 'plan.yaml (- reads standard input)'))
    .addOption(new Option('--format <format>', t('出力形式', 'Output')).choices(['text', 'json', 'sarif']).default('text'))
    .option('--sheet <file>', t('sheet.csv（既定: 計画の隣）', 'sheet.csv (default: the one beside the plan)'))
    .action(async (files: readonly string[], options) => {
      const { check } = await import('./command/check.ts');
      done(await check(files, options, io));
    });
}

function addImport({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('import', { ja: 'ファイルの取込', en: 'Import a file' })))
    .argument('<file>')
    .option('--dataset <id>', t('取込先のデータ', 'Dataset the rows go into'))
    .option('--dry-run', t('内容の確認のみ（保存しません）', 'Look at it only; store nothing'))
    .option('--date-format <format>', t('日付の順（例: DD/MM/YYYY）', 'Order of dates, such as DD/MM/YYYY'), dateFormat)
    .option('--decimal-mark <mark>', t('小数点（point または comma）', 'Decimal mark (point or comma)'))
    .option('--period <from/to>', t('行の期間（ファイルにない場合）', 'Period of the rows, where the file does not say'), period)
    .option('--currency <code>', t('通貨（ファイルにない場合）', 'Currency, where the file does not say'))
    .option('--encoding <name>', t('文字コード', 'Encoding'))
    .option('--skip-bad-rows', t('読めない行を除いて取り込む', 'Leave out rows that cannot be read'))
    .option(
      '--mapping <file|id>',
      t('マッピング（YAMLファイルかID、generic で自動）', 'Own mapping (YAML file or id), or generic'),
    )
    .option(
      '--personal <heading=decision>',
      t('個人情報の列の扱い（drop・hash・keep）', 'What to do with a personal column (drop, hash, keep)'),
      personal,
      {},
    )
    .action(async (file: string, options) => {
      const { importFile } = await import('./command/import.ts');
      const {
        dateFormat: order,
        decimalMark,
        period: days,
        currency,
        encoding,
        skipBadRows,
        personal: decisions,
        ...rest
      } = options;
      const choices = {
        ...(order === undefined ? {} : { dateFormat: order }),
        ...(decimalMark === undefined ? {} : { decimalMark }),
        ...(days === undefined ? {} : { period: days }),
        ...(currency === undefined ? {} : { currency }),
        ...(encoding === undefined ? {} : { encoding }),
        ...(skipBadRows === undefined ? {} : { skipBadRows }),
        ...(Object.keys(decisions).length === 0 ? {} : { personal: decisions }),
      };
      done(await importFile(file, { ...rest, choices }, io));
    });
}

function addStatus({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('status', { ja: '進捗', en: 'Where a plan stands' })))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option('--to <day>', t('この日までの実績で見る', 'Last day of data that counts'), day)
    .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .option('--compare <name>', t('比較する版', 'Version to compare with'))
    .action(async options => {
      const { status } = await import('./command/status.ts');
      done(await status(options, io));
    });
}

function addQuery({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('query', { ja: '指標の値', en: 'Values of a metric' })))
    .argument('<metric>')
    .requiredOption('--from <day>', t('開始日', 'First day'), day)
    .requiredOption('--to <day>', t('終了日', 'Last day'), day)
    .addOption(new Option('--grain <grain>', t('期間の区切り', 'Length of the periods')).choices([...GRAINS]))
    .option('--by <columns>', t('切り口の列（,で区切る）', 'Columns to cut by, separated by commas'), columns, [])
    .option(
      '--where <filter>',
      t('条件（例: "channel = paid"、繰り返し可）', 'Filter such as "channel = paid"; may be repeated'),
      collected,
      [],
    )
    .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
    .action(async (metric: string, options) => {
      const { query } = await import('./command/query.ts');
      done(await query(metric, options, io));
    });
}

function addServer({ io, done, t, command, inWorkspace }: Kit): void {
  command('start', { ja: 'サーバーの起動', en: 'Run the server' })
    .argument('[dir]', t('ワークスペース（なければ作成）', 'Workspace; made when there is none'))
    .option('--port <port>', t('ポート（既定: 4870か次の空き）', 'Port (default: 4870 or the next that is free)'), port)
    .option('--host <host>', t('待ち受けるアドレス（既定: 127.0.0.1）', 'Address to listen on (default: 127.0.0.1)'), '127.0.0.1')
    .option('--open', t('ブラウザーで開く', 'Open the browser'))
    .option('--demo', t('新しいワークスペースをデモ会社で始める', 'Begin a new workspace with the demo company'))
    .option('--quiet', t('アドレスだけを表示', 'Print nothing but the address'))
    .action(async (dir: string | undefined, options) => {
      const { start } = await import('./command/start.ts');
      const { port: asked, ...rest } = options;
      const place = dir === undefined ? {} : { workspace: dir };
      done(await start({ ...rest, ...place, port: asked ?? PORT, portIsFixed: asked !== undefined }, io));
    });
  command('demo', { ja: 'デモ会社のワークスペースを作成', en: "Make the demo company's workspace" })
    .argument('[dir]')
    .action(async (dir: string | undefined) => {
      const { demo } = await import('./command/demo.ts');
      done(await demo(dir === undefined ? {} : { workspace: dir }, io));
    });
  inWorkspace(command('doctor', { ja: '環境とワークスペースの点検', en: 'Look at environment and workspace' })).action(
    async options => {
      const { doctor } = await import('./command/doctor.ts');
      done(await doctor(options, io));
    },
  );
}

function addPlan({ io, done, t, command, group, inWorkspace, json }: Kit): void {
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
  command('check', { ja: '計画の検算（rashin check と同じ）', en: 'The same as rashin check' }, plan)
    .argument('<files...>')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'sarif']).default('text'))
    .option('--sheet <file>', 'sheet.csv')
    .action(async (files: readonly string[], options) => {
      const { check } = await import('./command/check.ts');
      done(await check(files, options, io));
    });
}

function addForesee(plan: Command, { io, done, t, command, inWorkspace, json }: Kit): void {
  const foreseeing = (name: string, about: Text): Command =>
    json(inWorkspace(command(name, about, plan)))
      .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
      .option('--to <day>', t('この日までの実績で見る', 'Last day of data that counts'), day)
      .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
      .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
      .option('--seed <number>', t('乱数のシード（同じ値なら同じ結果）', 'Seed; the same one gives the same result'), seed);
  foreseeing('forecast', { ja: '着地見込、または指標1件の予測', en: 'Where the plan will land, or the forecast of one node' })
    .option('--node <id>', t('この指標だけを予測', 'Forecast this node alone'))
    .action(async options => {
      const { planForecast } = await import('./command/foresee.ts');
      done(await planForecast(options, io));
    });
  foreseeing('simulate', { ja: '着地のシミュレーション', en: 'Simulate where the plan will land' })
    .option('--draws <count>', t('試算の回数（100〜50000）', 'How many draws (100–50000)'), draws)
    .action(async options => {
      const { planSimulate } = await import('./command/foresee.ts');
      done(await planSimulate(options, io));
    });
}

function addMetrics({ io, done, t, command, inWorkspace, group }: Kit): void {
  const metrics = group('metrics', { ja: '指標とデータの定義（metrics.yaml）', en: 'What is measured: metrics.yaml' });
  command('check', { ja: '定義の検査（ワークスペース不要）', en: 'Check a metrics.yaml; needs no workspace' }, metrics)
    .argument('<file>')
    .option('--currency <code>', t('通貨', 'Currency'), 'JPY')
    .action(async (file: string, options) => {
      const { metricsCheck } = await import('./command/metrics.ts');
      done(await metricsCheck(file, options, io));
    });
  inWorkspace(command('apply', { ja: '定義の公開', en: 'Publish a metrics.yaml' }, metrics))
    .argument('<file>')
    .action(async (file: string, options) => {
      const { metricsApply } = await import('./command/metrics.ts');
      done(await metricsApply(file, options, io));
    });
  inWorkspace(command('export', { ja: '定義の書き出し', en: 'Export the metrics.yaml' }, metrics)).action(async options => {
    const { metricsExport } = await import('./command/metrics.ts');
    done(await metricsExport(options, io));
  });
  command('schema', { ja: 'metrics.yaml のJSON Schema', en: 'JSON Schema of metrics.yaml' }, metrics).action(async () => {
    const { metricsSchema } = await import('./command/metrics.ts');
    done(await metricsSchema(io));
  });
}

function addPeople({ io, done, t, command, inWorkspace, json }: Kit): void {
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

function addData({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('imports', { ja: '取込の一覧', en: 'List imports' })))
    .option('--dataset <id>', t('データ', 'Dataset'))
    .option('--limit <count>', t('件数', 'How many'), count, 50)
    .action(async options => {
      const { imports } = await import('./command/data.ts');
      done(await imports(options, io));
    });
  inWorkspace(command('undo', { ja: '取込の取り消し', en: 'Take an import back' }))
    .addArgument(new Argument('<batch>', t('取込のID', 'Id of the import')))
    .action(async (batch: string, options) => {
      const { undo } = await import('./command/data.ts');
      done(await undo(batch, options, io));
    });
  inWorkspace(
    command('rebuild', { ja: '保管したファイルからデータを作り直す', en: 'Make the data anew from the kept files' }),
  ).action(async options => {
    const { rebuild } = await import('./command/data.ts');
    done(await rebuild(options, io));
  });
}

/** Complaints are put into the reader's language by `complaint`; what remains is help. */
function outputTo(io: Io) {
  return { writeErr: (text: string) => (text.startsWith('error:') ? undefined : io.note(text.trimEnd())) };
}

const PORT = 4870;

function version(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('../package.json', distFolder()), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '';
}

function day(text: string) {
  const found = parseDay(text);
  if (!found) throw new InvalidArgumentError(`${text} (YYYY-MM-DD)`);
  return found;
}

function period(text: string) {
  const [from = '', to = ''] = text.split('/');
  return { from: day(from), to: day(to) };
}

/** `DD/MM/YYYY`, `MM/DD/YYYY`, `YYYY-MM-DD`, or dmy, mdy, ymd. */
function dateFormat(text: string): 'ymd' | 'mdy' | 'dmy' {
  const order = [...text.toLowerCase()]
    .filter(letter => 'ymd'.includes(letter))
    .filter((letter, i, all) => letter !== all[i - 1])
    .join('');
  if (order === 'ymd' || order === 'mdy' || order === 'dmy') return order;
  throw new InvalidArgumentError(`${text} (DD/MM/YYYY, MM/DD/YYYY, YYYY-MM-DD)`);
}

function personal(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const place = text.lastIndexOf('=');
  const decision = text.slice(place + 1);
  if (place < 1 || !['drop', 'hash', 'keep'].includes(decision))
    throw new InvalidArgumentError(`${text} (heading=drop|hash|keep)`);
  return { ...before, [text.slice(0, place)]: decision };
}

function columns(text: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  ];
}

function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new InvalidArgumentError(`${text} (0–65535)`);
  return number;
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 500) throw new InvalidArgumentError(`${text} (1–500)`);
  return number;
}

function seed(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError(`${text} (0–${Number.MAX_SAFE_INTEGER})`);
  return number;
}

function draws(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 100 || number > 50_000) throw new InvalidArgumentError(`${text} (100–50000)`);
  return number;
}
