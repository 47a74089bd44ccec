import type { RequestOf } from '#contract/endpoint.ts';
import type { WhatIfAnswer, whatIf } from '#contract/scenario.ts';
import type { Problem } from '#core/problem/problem.ts';
import { isError } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { type ChainEffect, chainEffect } from '#core/scenario/chain-effect.ts';
import { chainText } from '#core/scenario/chain-text.ts';
import { checkChanges, driversBelow } from '#core/scenario/check-changes.ts';
import { compareScenarios, totalProbability } from '#core/scenario/compare-scenarios.ts';
import { elasticities } from '#core/scenario/elasticity.ts';
import { goalSeek, type Sought } from '#core/scenario/goal-seek.ts';
import { scenarioProblem } from '#core/scenario/scenario-messages.ts';
import { tornado } from '#core/scenario/tornado.ts';
import { naturalRange, type TreeModel } from '#core/scenario/tree-model.ts';
import { readModel } from '#engine/analyse/what-if.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

type Asked = RequestOf<typeof whatIf>['body'];

export const whatIfHandlers: HandlersOf<'whatIf'> = {
  whatIf: async ({ plan, body }, { app }) => {
    const staged = await stagePlan(app, { plan, version: body.version, to: body.to });
    if (staged.kind !== 'staged') return unstaged(staged, plan, body.version);
    const read = await readModel(app, staged.stage, body.base, body.texts);
    if (read.kind === 'refused') return problems(read.problems);
    const found = problemsIn(read.model, body);
    const errors = found.filter(isError);
    return errors.length > 0 ? problems(errors) : value(answerOf(read.model, body, [...read.problems, ...found]));
  },
};

function problemsIn(model: TreeModel, { scenarios, tornado: bars, seek, chain, elasticities: of }: Asked): readonly Problem[] {
  const { nodes } = model.arithmetic.plan;
  const unknown = (node: string | undefined, at: readonly string[]): readonly Problem[] =>
    node === undefined || nodes.has(node)
      ? []
      : [scenarioProblem('scenario-node-unknown', { node: node.slice(0, 100), ...suggestion(node, nodes.keys()) }, { at })];
  const total = totalProbability(scenarios);
  const swings = [{ down: bars?.down ?? 0, up: bars?.up ?? 0 }, ...Object.values(bars?.swings ?? {})];
  const crossed = swings.find(({ down, up }) => down > up);
  const months = [seek?.from, chain?.from].filter(month => month !== undefined && !model.keys.includes(month));
  return [
    ...scenarios.flatMap(({ changes }, i) => checkChanges(model, changes, ['scenarios', i, 'changes'])),
    ...of.flatMap(node => unknown(node, ['elasticities'])),
    ...unknown(bars?.node, ['tornado', 'node']),
    ...Object.keys(bars?.swings ?? {}).flatMap(node => unknown(node, ['tornado', 'swings'])),
    ...unknown(seek?.node, ['seek', 'node']),
    ...unknown(seek?.driver, ['seek', 'driver']),
    ...unknown(chain?.node, ['chain', 'node']),
    ...unknown(chain?.driver, ['chain', 'driver']),
    ...[seek?.driver, chain?.driver].flatMap(node =>
      node !== undefined && nodes.has(node) && !model.drivers.includes(node)
        ? [scenarioProblem('scenario-not-a-driver', { node, drivers: driversBelow(model, node) })]
        : [],
    ),
    ...months.map(month =>
      scenarioProblem('scenario-month', { month: month ?? '', first: model.keys[0] ?? '', last: model.keys.at(-1) ?? '' }),
    ),
    ...(crossed
      ? [scenarioProblem('scenario-bounds', { low: `${crossed.down * 100}%`, high: `${crossed.up * 100}%` }, { at: ['tornado'] })]
      : []),
    ...(total > 1 + 1e-9 ? [scenarioProblem('scenario-probabilities', { total: String(Math.round(total * 1000) / 10) })] : []),
    ...[...nodes.values()]
      .filter(({ id, role }) => role === 'goal' && model.base.whole(id) === undefined)
      .map(({ id }) => scenarioProblem('scenario-no-value', { node: id, missing: withoutLevel(model, id) })),
  ];
}

function withoutLevel(model: TreeModel, node: string): readonly string[] {
  return driversBelow(model, node).filter(driver => model.keys.some((_, month) => model.level(driver, month) === undefined));
}

function answerOf(model: TreeModel, asked: Asked, found: readonly Problem[]): WhatIfAnswer {
  const { plan } = model.arithmetic;
  const table = compareScenarios(model, asked.scenarios);
  const { tornado: bars, seek, chain } = asked;
  const effect = chain && chainEffect(model, chain.driver, chain.node, chain.by, chain.from);
  return {
    plan: plan.id,
    months: model.keys,
    base: asked.base,
    assumed: model.assumed,
    nodes: table.nodes.flatMap(row => {
      const node = plan.nodes.get(row.node);
      if (!node) return [];
      const { low, high } = naturalRange(node);
      const range = { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
      return [{ ...row, name: node.name, unit: node.unit, role: node.role, range }];
    }),
    goals: table.goals,
    elasticities: (asked.elasticities.length === 0 ? [] : elasticities(model, model.drivers, asked.elasticities)).map(
      ({ driver, node, period, steady }) => ({ driver, node, period: period ?? null, steady: steady ?? null }),
    ),
    tornado: bars
      ? tornado(model, bars.node, driver => bars.swings[driver] ?? { down: bars.down, up: bars.up }, bars.reading)
      : [],
    sought: seek ? soughtIn(model, seek) : [],
    chain: effect ? chainAnswer(effect, model) : null,
    problems: wireProblems(found),
  };
}

function soughtIn(model: TreeModel, { node, wanted, driver, from, reading }: NonNullable<Asked['seek']>): WhatIfAnswer['sought'] {
  const drivers = driver === undefined ? driversBelow(model, node) : [driver];
  const options = { reading, ...(from === undefined ? {} : { from }) };
  const found = drivers.map(id => ({ driver: id, sought: goalSeek(model, node, wanted, id, options) }));
  const size = ({ sought }: { readonly sought: Sought }) =>
    sought.kind !== 'found' || sought.factor === 0
      ? Number.MAX_VALUE
      : Math.abs(Math.log(sought.factor)) + (sought.beyond === undefined ? 0 : 1e6);
  return found.toSorted((a, b) => size(a) - size(b)).map(({ driver: id, sought }) => soughtAnswer(id, sought));
}

function soughtAnswer(driver: string, sought: Sought): WhatIfAnswer['sought'][number] {
  const none = { factor: null, value: null, was: null, reaches: null, beyond: null, nearest: null };
  if (sought.kind === 'found') return { ...none, driver, ...sought, beyond: sought.beyond ?? null };
  return sought.kind === 'never' ? { ...none, driver, ...sought } : { ...none, driver, kind: sought.kind };
}

function chainAnswer(effect: ChainEffect, model: TreeModel): NonNullable<WhatIfAnswer['chain']> {
  const figures = (of: ChainEffect['period']) => (of ? { change: of.change, relative: of.relative ?? null } : null);
  const { driver, node, by, from, months } = effect;
  return {
    driver,
    node,
    by,
    from,
    period: figures(effect.period),
    steady: figures(effect.steady),
    shows: effect.shows ?? null,
    after: effect.after ?? null,
    full: effect.full ?? null,
    months,
    sentence: chainText(effect, model.arithmetic.plan),
  };
}
