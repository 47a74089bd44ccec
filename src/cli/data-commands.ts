import { Argument, InvalidArgumentError } from 'commander';
import type { Kit } from './command-kit.ts';
import { day } from './day-option.ts';

/** `import`. */
export function addImport({ io, done, t, command, inWorkspace, json }: Kit): void {
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

/** `imports`, `undo` and `rebuild`. */
export function addData({ io, done, t, command, inWorkspace, json }: Kit): void {
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

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 500) throw new InvalidArgumentError(`${text} (1–500)`);
  return number;
}
