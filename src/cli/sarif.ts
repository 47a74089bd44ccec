import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckedFile, ReportedProblem } from './checked-file.ts';
import type { Io } from './io.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Problems in the form that code hosts read: SARIF 2.1.0 (OASIS, 2020). [CLI-11] */
export function sarif(checked: readonly CheckedFile[], { lang }: Pick<Io, 'lang'>): object {
  const codes = [...new Set(checked.flatMap(({ report }) => report.problems.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rashin', rules: codes.map(id => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        language: lang,
        results: checked.flatMap(({ file, report }) => report.problems.map(problem => resultOf(problem, file, codes))),
      },
    ],
  };
}

function resultOf({ code, severity, at, line, message }: ReportedProblem, file: string, codes: readonly string[]): object {
  const physical = { artifactLocation: { uri: uriOf(file) }, ...(line === null ? {} : { region: { startLine: line } }) };
  const logical = at.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: at.join('.') }] };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical, ...logical }],
  };
}

function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));
}
