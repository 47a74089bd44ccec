import { text } from 'node:stream/consumers';
import colors from 'picocolors';
import type { Lang } from '#core/text/text.ts';
import type { Io } from './io.ts';

/** The terminal: results on standard output, notes and progress on standard error. */
export function terminalIo(lang: Lang): Io {
  const { stdin, stdout, stderr } = process;
  let isShowing = false;
  // Whoever reads (head, a closed pager) may have seen enough.
  stdout.on('error', error => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const clear = (): void => {
    if (isShowing) stderr.write('\r\x1b[2K');
    isShowing = false;
  };
  return {
    lang,
    print: line => {
      clear();
      stdout.write(`${line}\n`);
    },
    note: line => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: stderr.isTTY
      ? line => {
          clear();
          if (line === '') return;
          stderr.write(line);
          isShowing = true;
        }
      : undefined,
    colors: colors.createColors(stdout.isTTY === true && process.env.NO_COLOR === undefined),
    cwd: process.cwd(),
    env: process.env,
    readInput: () => text(stdin),
  };
}
