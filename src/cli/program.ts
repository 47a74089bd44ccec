import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Text } from '#core/text/text.ts';
import type { Kit } from './command-kit.ts';
import { addConnections, addPush } from './connection-commands.ts';
import { addData, addImport } from './data-commands.ts';
import { distFolder } from './dist-folder.ts';
import type { Exit, Io } from './io.ts';
import { addJourney } from './journey-commands.ts';
import { addMetrics, addQuery, addStatus } from './measure-commands.ts';
import { addPeople } from './people-commands.ts';
import { addCheck, addPlan } from './plan-commands.ts';
import { addServer } from './server-commands.ts';
import { addTemplates } from './template-commands.ts';

/** All commands with their options, as a tree; each loads what it needs when it is run. [CLI-01] */
export function program(io: Io, done: (exit: Exit) => void): Command {
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
  addTemplates(kit);
  addMetrics(kit);
  addJourney(kit);
  addPeople(kit);
  addData(kit);
  addPush(kit);
  addConnections(kit);
  return root;
}

/** Complaints are put into the reader's language by `complaint`; what remains is help. */
function outputTo(io: Io) {
  return { writeErr: (text: string) => (text.startsWith('error:') ? undefined : io.note(text.trimEnd())) };
}

function version(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('../package.json', distFolder()), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '';
}
