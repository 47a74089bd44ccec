import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { sameText } from '../text/text.ts';
import { type Lag, parseLag } from './lag.ts';
import type { Support } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import { textOf } from './raw-text.ts';
import type { RawNode } from './schema.ts';
import type { Path, Source } from './source.ts';
import { parseShare } from './target.ts';

const problem = problemsOf(planMessages);

/** A delay as written at a path; none, with its problem, where it cannot be read. */
export function lagAt(
  text: string | undefined,
  at: Path,
  source: Source,
): { readonly lag?: Lag; readonly problems: readonly Problem[] } {
  if (text === undefined) return { problems: [] };
  const read = parseLag(text);
  if (read.ok) return { lag: read.lag, problems: [] };
  const place = { at, line: source.lineOf(at) };
  const { percent } = read;
  const found =
    percent === undefined ? problem('lag-unreadable', { text }, place) : problem('lag-shares', { text, percent }, place);
  return { problems: [found] };
}

/** What a node is said to influence; a rate or delay that cannot be read is left out of its link. [DES-11, DES-45] */
export function supportsOf(
  raw: Partial<RawNode>,
  path: Path,
  source: Source,
): { readonly supports: readonly Support[]; readonly problems: readonly Problem[] } {
  const list = raw.supports === undefined ? [] : typeof raw.supports === 'string' ? [raw.supports] : raw.supports;
  const own = textOf(raw.because);
  const problems: Problem[] = [];
  const supports = list.map((entry, i): Support => {
    const support = typeof entry === 'string' ? { to: entry } : entry;
    const because = textOf(support.because) ?? own;
    const { lag, problems: ofLag } = lagAt(support.lag, [...path, 'supports', i, 'lag'], source);
    const rate = support.rate === undefined ? undefined : parseShare(support.rate);
    if (support.rate !== undefined && rate === undefined) {
      const at = [...path, 'supports', i, 'rate'];
      problems.push(problem('wrong-value', { key: 'rate', expected: '0%..100%' }, { at, line: source.lineOf(at) }));
    }
    problems.push(...ofLag);
    return {
      to: support.to,
      ...(because ? { because } : {}),
      sign: support.sign ?? '+',
      ...(rate === undefined ? {} : { rate }),
      ...(lag ? { lag } : {}),
      evidence: support.evidence ?? 'none',
      ...(support.belief === undefined ? {} : { belief: support.belief }),
      findings: (support.findings ?? []).map(({ says, on, analysis }) => ({
        says: textOf(says) ?? sameText(''),
        on,
        ...(analysis === undefined ? {} : { analysis }),
      })),
    };
  });
  return { supports, problems };
}
