import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Io } from './io.ts';
import { cannotRead } from './read-file.ts';

/** A plan's two texts from files: `sheet.csv` beside the plan unless another is named; `-` is standard input. */
export async function planTextsFrom(
  file: string,
  sheet: string | undefined,
  io: Io,
): Promise<{ readonly yaml: string; readonly sheet: string } | undefined> {
  const beside = [file.replace(/\.ya?ml$/i, '.sheet.csv'), join(dirname(file), 'sheet.csv')].find(
    candidate => candidate !== file && file !== '-' && existsSync(candidate),
  );
  const sheetFile = sheet ?? beside;
  let reading = file;
  try {
    const yaml = file === '-' ? await io.readInput() : readFileSync(file, 'utf8');
    reading = sheetFile ?? file;
    return { yaml, sheet: sheetFile === undefined ? '' : readFileSync(sheetFile, 'utf8') };
  } catch (error) {
    io.note(cannotRead(reading, error, io));
    return undefined;
  }
}
