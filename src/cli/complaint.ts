import type { CommanderError } from 'commander';
import type { Io } from './io.ts';

/** What is wrong with a command line, in the reader's language; undefined when help or the version was asked for. */
export function complaint({ code, message }: CommanderError, { lang }: Io): string | undefined {
  if (code === 'commander.help' || code === 'commander.helpDisplayed' || code === 'commander.version') return undefined;
  const plain = message.replace(/^error: /, '');
  if (lang === 'en') return plain;
  const quoted = /'([^']*)'/.exec(plain)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?(.+?)\?/.exec(plain)?.[1];
  const hint = meant === undefined ? '' : `「${meant}」のことですか。`;
  switch (code) {
    case 'commander.unknownCommand':
      return `「${quoted}」というコマンドはありません。${hint}rashin --help で一覧を見られます。`;
    case 'commander.unknownOption':
      return `「${quoted}」という指定はありません。${hint}--help で使い方を見られます。`;
    case 'commander.missingArgument':
      return `「${quoted}」を指定してください。--help で使い方を見られます。`;
    case 'commander.optionMissingArgument':
      return `「${quoted}」の値を指定してください。`;
    case 'commander.missingMandatoryOptionValue':
      return `「${quoted}」は必ず指定してください。`;
    case 'commander.invalidArgument':
      return `値が正しくありません。${plain}`;
    case 'commander.excessArguments':
      return '指定が多すぎます。--help で使い方を見られます。';
    default:
      return plain;
  }
}
