import { languageOf } from './language.ts';
import { run } from './run.ts';
import { terminalIo } from './terminal-io.ts';

const argv = process.argv.slice(2);
const io = terminalIo(languageOf(argv, process.env));
process.exitCode = await run(argv, io);
