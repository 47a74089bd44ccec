import type { Command } from 'commander';
import type { Text } from '#core/text/text.ts';
import type { Exit, Io } from './io.ts';

/** What groups of commands are made with: the reader's language, shared options, and where the exit code goes. */
export interface Kit {
  readonly io: Io;
  readonly done: (exit: Exit) => void;
  readonly t: (ja: string, en: string) => string;
  readonly command: (name: string, about: Text, parent?: Command) => Command;
  readonly inWorkspace: (of: Command) => Command;
  readonly json: (of: Command) => Command;
  readonly group: (name: string, about: Text) => Command;
}
