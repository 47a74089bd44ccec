import type { Text } from '../../text/text.ts';
import type { LintFacts } from '../facts.ts';

/** What a rule means to the person who reads its finding. The one source of the product's help and of the rules' documents. [LNT-03] */
export interface RulePage {
  readonly title: Text;
  readonly means: Text;
  readonly why: Text;
  readonly fix: Text;
  /** A plan that gets the finding; the lines every plan begins with may be left out. */
  readonly fails?: string;
  /** The same plan without it. Both are left out where no short example shows the rule. */
  readonly passes?: string;
  /** What is known beside the text in both examples. */
  readonly facts?: LintFacts;
  /** The same in words. */
  readonly given?: Text;
  /** The examples are a sheet of this plan. */
  readonly sheetOf?: string;
}

export type RulePages = Readonly<Record<string, RulePage>>;

const HEAD = { rashin: 'rashin: 1', plan: 'plan: example', period: 'period: 2026-04-01/2027-03-31' };

/** An example as a whole plan.yaml. */
export function wholeExample(example: string): string {
  const missing = Object.entries(HEAD).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(example));
  return `${missing.map(([, line]) => `${line}\n`).join('')}${example.trimStart()}`;
}
