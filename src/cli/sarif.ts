import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFixable } from '#core/lint/autofix.ts';
import { fingerprint } from '#core/lint/baseline.ts';
import { RULE_PAGES } from '#core/lint/page/rule-pages.ts';
import { ALL_MESSAGES } from '#core/problem/all-messages.ts';
import type { Lang } from '#core/text/text.ts';
import type { CheckedFile, CheckReport, ReportedProblem } from './checked-file.ts';
import type { Io } from './io.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Problems in the form that code hosts read: SARIF 2.1.0 (OASIS, 2020). [CLI-11] */
export function sarif(checked: readonly CheckedFile[], { lang }: Pick<Io, 'lang'>): object {
  const codes = [...new Set(checked.flatMap(({ report }) => reportedIn(report).map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rashin', rules: codes.map(code => ruleFor(code, lang)) } },
        columnKind: 'utf16CodeUnits',
        language: lang,
        results: checked.flatMap(({ file, report }) => reportedIn(report).map(problem => resultOf(problem, file, codes))),
      },
    ],
  };
}

/** What was found, then what the plan says is meant to be so. */
function reportedIn({ problems, ignored = [] }: CheckReport): readonly (ReportedProblem & { readonly because?: string })[] {
  return [...problems, ...ignored];
}

/** A rule with what it means, so that a code host shows it beside the finding. */
function ruleFor(code: string, lang: Lang): object {
  const page = RULE_PAGES[code];
  const severity = ALL_MESSAGES[code]?.severity ?? 'warning';
  const rule = { id: code, defaultConfiguration: { level: LEVELS[severity] } };
  if (!page) return rule;
  const { title, means, why, fix } = page;
  return {
    ...rule,
    shortDescription: { text: title[lang] },
    fullDescription: { text: means[lang] },
    help: { text: [means, why, fix].map(part => part[lang]).join('\n') },
    properties: { fixable: isFixable(code) },
  };
}

function resultOf(
  { code, severity, at, line, message, params, because }: ReportedProblem & { readonly because?: string },
  file: string,
  codes: readonly string[],
): object {
  const physical = { artifactLocation: { uri: uriOf(file) }, ...(line === null ? {} : { region: { startLine: line } }) };
  const logical = at.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: at.join('.') }] };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical, ...logical }],
    partialFingerprints: { 'rashin/v1': fingerprint({ code, at, params }) },
    ...(because === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: because }] }),
  };
}

function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));
}
