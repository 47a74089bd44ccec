import { basename } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { pathToFileURL } from 'node:url';
import { inFolder } from './folder.mjs';

/** Runs one benchmark and hands its rows to the process that asked for them. */
const [file = '', options = '{}'] = argv.slice(2);
const name = basename(file, '.mjs');
const { title, about, benchmark } = await import(pathToFileURL(file).href);
const { rows, hasRows, rounds, data, missing } = JSON.parse(options);

let result;
try {
  const found = await inFolder(folder => benchmark({ folder, rows, hasRows, rounds, data, missing: new Map(missing), tell }));
  result = { name, title, about, rows: found };
} catch (error) {
  stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  result = { name, title, about, rows: [], failure: withoutFolders(error instanceof Error ? error.message : String(error)) };
}
process.send?.(result, () => exit(0));

/** The first line, for the page of results, which names no place of the machine. */
function withoutFolders(message) {
  return (message.split('\n')[0] ?? '').replaceAll(/(?:[A-Za-z]:)?(?:[\\/][^\s\\/]+)+[\\/]/g, '');
}

function tell(text) {
  stderr.write(`  ${text}\n`);
}
