import { CommanderError } from 'commander';
import type { WireProblem } from '#contract/problem.ts';
import type { EngineError } from '#engine/engine-error.ts';
import { complaint } from './complaint.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { problemLine } from './problem-lines.ts';
import { program } from './program.ts';

/** Runs a command line and says how it ended. Whatever happens, the exit code says whose turn it is. [CLI-02] */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = EXIT.ok;
  try {
    const commands = program(io, code => {
      exit = code;
    });
    await commands.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    return ended(error, io);
  }
}

function ended(error: unknown, io: Io): Exit {
  if (error instanceof CommanderError) {
    const words = complaint(error, io);
    if (words !== undefined) io.note(words);
    return error.exitCode === 0 ? EXIT.ok : EXIT.problems;
  }
  if (isEngineError(error)) {
    io.note(io.colors.red(error.text[io.lang]));
    return EXIT.failure;
  }
  if (isRefused(error)) {
    for (const { code, severity, line, message } of error.problems) {
      io.note(problemLine({ code, severity, ...(line === undefined ? {} : { line }) }, message[io.lang], 'rashin', io));
    }
    return EXIT.problems;
  }
  if (error instanceof Error && error.name === 'Conflicted') {
    io.note(
      io.lang === 'ja'
        ? 'ほかの人が先に変更しています。内容を確かめてからやり直してください。'
        : 'Somebody else has changed it meanwhile. Look at it, and try again.',
    );
    return EXIT.problems;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.note(
    io.lang === 'ja'
      ? `Rashinの不具合です。次の内容を添えてお知らせください。\n${stack}`
      : `This is a bug of Rashin's. Please report it with the following.\n${stack}`,
  );
  return EXIT.bug;
}

/** By their shape, so that `check` need not load the engine to tell them. */
function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && error.name === 'EngineError' && 'text' in error;
}

function isRefused(error: unknown): error is Error & { readonly problems: readonly WireProblem[] } {
  return error instanceof Error && error.name === 'Refused' && 'problems' in error;
}
