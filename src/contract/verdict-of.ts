import { exactDecimal, type Rational } from '#core/number/rational.ts';
import { type Certificate, certificateOf } from '#core/plan/certificate.ts';
import type { PlanCheck } from '#core/plan/check-plan.ts';
import { sentence } from '#core/problem/sentence.ts';
import { goalReport } from './check-of.ts';
import type { ResponseOf } from './endpoint.ts';
import { wireProblem } from './problem.ts';
import type { CertificateView, planVerdict } from './verdict.ts';

/** A plan's verdicts with their certificates, ready to travel. */
export function verdictOf(found: PlanCheck): ResponseOf<typeof planVerdict> {
  const certified = (id: string, timing: 'period' | 'steady') => {
    const goal = found.parsed?.plan.nodes.get(id);
    const certificate = goal && found.arithmetic && certificateOf(goal, found.arithmetic, timing);
    return certificate ? certificateView(certificate) : null;
  };
  return {
    goals: found.goals.map(goal => ({
      verdict: goalReport(goal),
      period: certified(goal.id, 'period'),
      steady: certified(goal.id, 'steady'),
    })),
    problems: found.problems.map(problem => wireProblem(problem, sentence)),
  };
}

function certificateView({ wanted, implied, slack, drivers, nodes, ...rest }: Certificate): CertificateView {
  return {
    ...rest,
    wanted: exactText(wanted),
    implied: exactText(implied),
    slack: exactText(slack),
    drivers: drivers.map(({ values, over, ...driver }) => ({ ...driver, values: values.map(exactText), over: exactText(over) })),
    nodes: nodes.map(({ node, time, values, over, wanted: own, slack: room }) => ({
      node,
      time,
      values: values.map(exactText),
      over: exactText(over),
      low: exactText(own.low),
      high: exactText(own.high),
      slack: exactText(room),
    })),
  };
}

/** A fraction without loss: as a decimal where its decimals end, else `n/d`. */
function exactText(value: Rational | undefined): string | null {
  return value === undefined ? null : (exactDecimal(value) ?? `${value.numerator}/${value.denominator}`);
}
