import { checkText } from '../act/check-text.ts';
import { checkOwner, type Member } from '../act/member.ts';
import { compareDecimals, isDecimal } from '../number/decimal.ts';
import type { Problem } from '../problem/problem.ts';
import type { AuditedSample, DataAudit } from './data-audit.ts';
import { qualityProblem } from './quality-messages.ts';

/** Whether the source says the same, to the last digit; undefined where nobody looked. */
export function sampleAgrees({ ours, theirs }: Pick<AuditedSample, 'ours' | 'theirs'>): boolean | undefined {
  if (theirs === null) return undefined;
  const decimal: boolean = isDecimal(theirs);
  return decimal && compareDecimals(ours, theirs) === 0;
}

/**
 * What is wrong with an audit: numbers of the source that are none, nothing held against the source, passed although a value differs,
 * or failed without saying what is put right, by whom and by when. [QUA-30]
 */
export function checkAudit(
  { samples, result, note, correction, on, next }: Omit<DataAudit, 'id' | 'at' | 'by'>,
  members: readonly Member[],
): readonly Problem[] {
  const problems: Problem[] = [...checkText(note, 'note', { required: false })];
  for (const [place, { theirs }] of samples.entries()) {
    const decimal: boolean = theirs === null || isDecimal(theirs);
    if (!decimal)
      problems.push(qualityProblem('audit-number', { value: (theirs ?? '').slice(0, 40) }, { at: ['samples', place, 'theirs'] }));
  }
  if (samples.every(({ theirs }) => theirs === null))
    problems.push(qualityProblem('audit-nothing-verified', {}, { at: ['samples'] }));
  const differing = samples.filter(sample => sampleAgrees(sample) === false).length;
  if (result === 'passed' && differing > 0)
    problems.push(qualityProblem('audit-differs', { count: differing }, { at: ['result'] }));
  if (result === 'failed' && correction === null)
    problems.push(qualityProblem('audit-correction-missing', {}, { at: ['correction'] }));
  if (correction) {
    problems.push(...checkText(correction.what, 'countermeasure', { required: true }), ...checkOwner(correction.owner, members));
  }
  if (next <= on) problems.push(qualityProblem('audit-next', { on, next }, { at: ['next'] }));
  return problems;
}
