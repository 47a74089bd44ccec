import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import type { QuestionScope } from './question-scope.ts';

/**
 * From each person's entries in order (`es`) the places i1, i2, … of the winning attempt's events in `T`, the moments, and `D`, the
 * labels; 0 where a step was not reached. [JRN-10 … JRN-15]
 *
 * One level follows from the one before, over whole arrays at once. `Sk` says for each entry whether it is the last event of an
 * attempt of length k: (moment of its first event, own place, moments of the steps that exclusions look back to). `Pk` is the
 * attempt of length k that stands just before each entry: the latest one, whose first event is the latest too. An exclusion puts a
 * broken attempt, of place −1, in its stead. `fk` is the first place that reaches level k; from the highest level the places are followed back.
 */
export function attemptsSql(question: FunnelQuestion, entries: string, scope: QuestionScope): string {
  const steps = question.steps.map((_, index) => index + 1);
  const afters = [...new Set((question.exclusions ?? []).map(({ after }) => after))];
  const window = scope.bind('Int64', question.window);
  const start = `SELECT store, es.1 AS T, es.4 AS M, es.5 AS X, es.6 AS D, arrayMap(e -> toInt32(e), arrayEnumerate(T)) AS E FROM (${entries})`;
  const up = steps.reduce((inner, step) => levelSql(step, inner, { question, afters, window }), start);
  return steps.reduceRight(
    (inner, step) =>
      `SELECT *, ${step === steps.length ? `f${step}` : `if(i${step + 1} > 0, P${step}[i${step + 1}].2, f${step})`} AS i${step} FROM (${inner})`,
    up,
  );
}

interface Plan {
  readonly question: FunnelQuestion;
  /** The steps, 0 the first, whose moments exclusions compare with. */
  readonly afters: readonly number[];
  readonly window: string;
}

function levelSql(step: number, inner: string, plan: Plan): string {
  const { question, afters, window } = plan;
  const state = (first: string, place: string, moment: (index: number) => string) =>
    `(${[first, place, ...afters.map((_, index) => moment(index))].join(', ')})`;
  const nobody = state('toInt64(0)', 'toInt32(0)', () => 'toInt64(0)');
  const broken = state('toInt64(0)', 'toInt32(-1)', () => 'toInt64(0)');
  const momentOf = (index: number) => {
    const at = (afters[index] ?? 0) + 1;
    if (at === step) return 't';
    return at < step ? `p.${index + 3}` : 'toInt64(0)';
  };
  const serves = `bitTest(m, ${step - 1})`;
  const reached =
    step === 1
      ? `arrayMap((t, m, e) -> if(${serves}, ${state('t', 'e', momentOf)}, ${nobody}), T, M, E)`
      : `arrayMap((t, m, e, p) -> if(${serves} AND p.2 > 0 AND t <= p.1 + ${window}, ${state('p.1', 'e', momentOf)}, ${nobody}), T, M, E, P${step - 1})`;
  const broken_ = breaksSql(step, question, afters);
  const states = broken_
    ? `arrayMap((t, x, s, f) -> if(${broken_}, ${broken}, s), T, X, S${step}, arrayFill(s -> s.2 > 0, S${step}))`
    : `S${step}`;
  const kept = `SELECT *, ${reached} AS S${step} FROM (${inner})`;
  return `SELECT *, arrayFirst(s -> s.2 > 0, S${step}).2 AS f${step}, arrayPopBack(arrayPushFront(arrayFill(s -> s.2 != 0, ${states}), ${nobody})) AS P${step} FROM (${kept})`;
}

/** When an entry ends the attempts that stand at a level; undefined when no exclusion can. [JRN-14] */
function breaksSql(step: number, { exclusions = [] }: FunnelQuestion, afters: readonly number[]): string | undefined {
  const conditions = exclusions.flatMap(({ after, before }, index) =>
    after + 1 <= step && step <= before ? [`(bitTest(x, ${index}) AND f.2 > 0 AND f.${afters.indexOf(after) + 3} < t)`] : [],
  );
  return conditions.length === 0 ? undefined : conditions.join(' OR ');
}
