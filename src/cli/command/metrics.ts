import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { definitionsJsonSchema } from '#core/metric/definitions-schema.ts';
import { sentence } from '#core/problem/sentence.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { problemLine } from '../problem-lines.ts';
import { readText } from '../read-file.ts';

/** `rashin metrics check FILE`: needs no workspace. */
export async function metricsCheck(file: string, { currency }: { readonly currency: string }, io: Io): Promise<Exit> {
  const text = readText(file, io);
  if (text === undefined) return EXIT.problems;
  const read = parseDefinitions(text, readProductCatalogue(), currency);
  for (const problem of read.problems) io.print(problemLine(problem, sentence(problem, io.lang), file, io));
  if (!read.ok) return EXIT.problems;
  const { metrics, datasets, entries } = read.value;
  const defined = new Set([...metrics.keys(), ...entries.keys()]).size;
  io.print(
    io.lang === 'ja'
      ? `データ${datasets.size}件、指標${defined}件を読みました。`
      : `Read ${datasets.size} datasets and ${defined} metrics.`,
  );
  return EXIT.ok;
}

/** `rashin metrics apply FILE`: publishes a metrics.yaml on top of the one in force. */
export async function metricsApply(file: string, options: WorkspaceOptions, io: Io): Promise<Exit> {
  const text = readText(file, io);
  if (text === undefined) return EXIT.problems;
  return connected(options, io, async ({ ask }) => {
    const { number: base } = valueOr(await ask('definitions'));
    const { number, problems } = valueOr(await ask('putDefinitions', { body: { text, base } }));
    for (const { code, severity, line, message } of problems) {
      io.note(problemLine({ code, severity, ...(line === undefined ? {} : { line }) }, message[io.lang], file, io));
    }
    io.print(io.lang === 'ja' ? `定義を版${number}として公開しました。` : `Published as version ${number}.`);
    return EXIT.ok;
  });
}

/** `rashin metrics export`: exactly the stored text. */
export async function metricsExport(options: WorkspaceOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    process.stdout.write(valueOr(await ask('definitions')).text);
    return EXIT.ok;
  });
}

/** `rashin metrics schema`: JSON Schema of metrics.yaml for editors. */
export async function metricsSchema(io: Io): Promise<Exit> {
  io.print(JSON.stringify(definitionsJsonSchema(), null, 2));
  return EXIT.ok;
}
