import { callsFunction, LOOKING_BACK } from '../formula/ast.ts';
import { formulaOver } from '../plan/period-value.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import { compileProgram, type Instruction, LAG_MONTH, type Program } from '../plan/program.ts';
import { programNodes } from '../plan/program-nodes.ts';
import { unreachable } from '../problem/unreachable.ts';
import { type Built, type BuiltValue, builtAlgebra, hasBothValues } from './built.ts';
import { type Expression, playersIn } from './expression.ts';
import type { Known, State } from './state.ts';

/** What moves from one state to the other. [EXP-11] */
export interface Player {
  readonly node: NodeId;
  readonly kind: PlayerKind;
  /** Its values by place; the whole stretch has none. Of a gap: own value ÷ formula, or own value − formula. */
  readonly values: readonly PlayerValue[];
  readonly isProvisional: boolean;
  /** Of a gap: how the own value differs from the formula, and in which state. */
  readonly gap?: { readonly form: 'factor' | 'difference'; readonly in: 'before' | 'after' | 'both' };
  /** Of an inner node that could not be followed further: the inputs without a value; empty = its formula divides by zero. */
  readonly because?: readonly NodeId[];
}

/**
 * `driver`: a node without formula · `gap`: an inner node's own value differs from its formula (definition, timing, a target beside
 * the formula) · `opening`: what a node stood at before the stretch · `whole`: an inner node taken as it is, because its inputs have
 * no values.
 */
export type PlayerKind = 'driver' | 'gap' | 'opening' | 'whole';

export interface PlayerValue {
  readonly place: number | null;
  readonly before: number;
  readonly after: number;
}

export type Unrolled =
  | {
      readonly ok: true;
      readonly expression: Expression;
      readonly before: number;
      readonly after: number;
      /** By their numbers in the expression. */
      readonly players: readonly Player[];
      /** Numbers of those that the expression depends on. */
      readonly used: ReadonlySet<number>;
    }
  /** Nodes without a value in one of the states; empty = the node itself divides by zero. */
  | { readonly ok: false; readonly missing: readonly NodeId[] };

/** Own values closer to the formula than this share are the same value, calculated in another order. */
const SAME = 1e-9;

/**
 * Writes a node's value over a stretch of months as one expression of what moved between two states. [EXP-11]
 *
 * In    the plan, the node, how many months, the two states
 * Out   the expression; players are nodes, each moving in all of its months at once; a driver shared by branches is one player
 * None  `missing` names the nodes whose values are needed and not known in one of the states
 * How   flows are the sum of their months, stocks the last one, calculated levels their formula over the stretch; delays read
 *       earlier months. An inner node whose own value is not what its formula gives gets a player of its own for the difference.
 */
export function unroll(plan: Plan, target: NodeId, months: number, before: State, after: State): Unrolled {
  const program = programOf(plan);
  if (!program) return { ok: false, missing: [target] };
  const built = new Unrolling(plan, program, months, before, after);
  const whole = built.overStretch(target);
  if (whole.kind === 'missing') return { ok: false, missing: whole.nodes };
  if (!hasBothValues(whole)) return { ok: false, missing: [] };
  const { expression } = whole;
  const used = new Set(playersIn(expression));
  return { ok: true, expression, before: whole.before, after: whole.after, players: built.players(), used };
}

const PROGRAMS = new WeakMap<Plan, Program>();

/** The plan's formulas with delays, none of them cut off where targets are missing. */
function programOf(plan: Plan): Program | undefined {
  const known = PROGRAMS.get(plan);
  if (known) return known;
  const compiled = compileProgram(
    [...plan.nodes.values()].flatMap(node => programNodes(node)),
    'lagged',
  );
  if (compiled.ok) PROGRAMS.set(plan, compiled.program);
  return compiled.ok ? compiled.program : undefined;
}

/** How many months before a stretch a node's value may depend on. */
export function reachOf(plan: Plan): number {
  return programOf(plan)?.reach ?? 0;
}

interface Moving {
  readonly node: NodeId;
  readonly kind: PlayerKind;
  readonly values: PlayerValue[];
  isProvisional: boolean;
  gap?: { form: 'factor' | 'difference'; in: 'before' | 'after' | 'both' };
  because?: readonly NodeId[];
}

class Unrolling {
  private readonly plan: Plan;
  private readonly program: Program;
  private readonly months: number;
  private readonly before: State;
  private readonly after: State;
  private readonly instructions: ReadonlyMap<number, Instruction>;
  private readonly built = new Map<string, Built>();
  private readonly periods = new Map<NodeId, Built>();
  private readonly moving: Moving[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(plan: Plan, program: Program, months: number, before: State, after: State) {
    this.plan = plan;
    this.program = program;
    this.months = months;
    this.before = before;
    this.after = after;
    this.instructions = new Map(program.instructions.map(instruction => [instruction.out, instruction]));
  }

  players(): readonly Player[] {
    return this.moving;
  }

  /** A node over all months of the stretch. */
  overStretch(id: NodeId): Built {
    const known = this.periods.get(id);
    if (known) return known;
    const made = fixed(this.makeOverStretch(id));
    this.periods.set(id, made);
    return made;
  }

  private makeOverStretch(id: NodeId): Built {
    const node = this.plan.nodes.get(id);
    if (!node) return { kind: 'missing', nodes: [id] };
    if (this.months === 1) return this.inMonth(id, 0);
    const formula = this.fromParts(node);
    const own = this.ownValues(id, null);
    if (formula === undefined) return own ? this.player(node.id, 'driver', null, own) : { kind: 'missing', nodes: [id] };
    return this.reconciled(id, formula, own, null);
  }

  private fromParts(node: PlanNode): Built | undefined {
    switch (node.time) {
      case 'flow':
        return Array.from({ length: this.months }, (_, place) => this.inMonth(node.id, place)).reduce(builtAlgebra.add);
      case 'stock':
        return this.inMonth(node.id, this.months - 1);
      case 'level':
        if (!node.equals || callsFunction(node.equals, LOOKING_BACK)) return undefined;
        return formulaOver(node.equals, part => this.overStretch(part), builtAlgebra);
      default:
        return unreachable(node.time);
    }
  }

  private inMonth(id: NodeId, place: number): Built {
    const slot = this.program.index.get(id);
    return slot === undefined ? { kind: 'missing', nodes: [id] } : this.at(slot, place);
  }

  private at(slot: number, place: number): Built {
    const key = `${slot} ${place}`;
    const known = this.built.get(key);
    if (known) return known;
    const id = this.program.nodes[slot];
    const made = id === undefined ? this.run(slot, place) : fixed(this.nodeInMonth(id, slot, place));
    this.built.set(key, made);
    return made;
  }

  private nodeInMonth(id: NodeId, slot: number, place: number): Built {
    const own = this.ownValues(id, place);
    const instruction = this.instructions.get(slot);
    if (instruction?.op === 'leaf') {
      return own ? this.player(id, 'driver', place, own) : { kind: 'missing', nodes: [id] };
    }
    return this.reconciled(id, this.run(slot, place), own, place);
  }

  /** A formula's value brought to the node's own value, where that is known; the own value alone where the formula has none. */
  private reconciled(id: NodeId, formula: Built, own: OwnValues | undefined, place: number | null): Built {
    if (hasBothValues(formula)) return this.withGap(id, formula, place);
    if (own) {
      const kind = place !== null && place < 0 ? 'opening' : 'whole';
      const made = this.player(id, kind, place, own);
      const because = formula.kind === 'missing' ? formula.nodes : [];
      const moving = this.moving[this.numbers.get(`${kind} ${id}`) ?? -1];
      if (moving) moving.because = [...new Set([...(moving.because ?? []), ...because])];
      return made;
    }
    return formula.kind === 'missing' ? formula : { kind: 'missing', nodes: [id] };
  }

  private withGap(id: NodeId, formula: BuiltValue, place: number | null): Built {
    const [own0, own1] = [this.own(this.before, id, place), this.own(this.after, id, place)];
    const before = own0 && !isSame(own0.value, formula.before) ? own0.value : formula.before;
    const after = own1 && !isSame(own1.value, formula.after) ? own1.value : formula.after;
    const [differs0, differs1] = [before !== formula.before, after !== formula.after];
    if (!differs0 && !differs1) return { ...formula, before: own0?.value ?? formula.before, after: own1?.value ?? formula.after };
    const isFactor = isRatio(before / formula.before) && isRatio(after / formula.after);
    const values = isFactor
      ? { before: before / formula.before, after: after / formula.after }
      : { before: before - formula.before, after: after - formula.after };
    const gap = this.player(id, 'gap', place, {
      ...values,
      isProvisional: own0?.isProvisional === true || own1?.isProvisional === true,
    });
    const moving = this.moving[this.numbers.get(`gap ${id}`) ?? -1];
    if (moving) {
      const where = differs0 && differs1 ? 'both' : differs0 ? 'before' : 'after';
      const form = isFactor ? 'factor' : 'difference';
      const known = moving.gap;
      moving.gap = known
        ? { form: known.form === form ? form : 'difference', in: known.in === where ? where : 'both' }
        : { form, in: where };
    }
    const joined = isFactor ? builtAlgebra.multiply(formula, gap) : builtAlgebra.add(formula, gap);
    return joined.kind === 'value' ? { ...joined, before, after } : joined;
  }

  private run(slot: number, place: number): Built {
    const instruction = this.instructions.get(slot);
    if (!instruction) return { kind: 'missing', nodes: [] };
    switch (instruction.op) {
      case 'leaf':
        return { kind: 'missing', nodes: [this.program.nodes[slot] ?? ''] };
      case 'constant':
        return builtAlgebra.constant(instruction.value);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'minimum':
      case 'maximum':
        return builtAlgebra[instruction.op](this.at(instruction.a, place), this.at(instruction.b, place));
      case 'negate':
        return builtAlgebra.negate(this.at(instruction.a, place));
      case 'copy':
        return this.at(instruction.a, place);
      case 'delayed':
        return this.at(instruction.a, place - instruction.months);
      case 'earlier': {
        const earlier = place - instruction.months;
        return earlier < 0 ? this.opening(instruction.a, earlier) : this.at(instruction.a, earlier);
      }
      case 'arrive': {
        const { a, b, late } = instruction;
        if (a === b) return this.at(a, place);
        const share = builtAlgebra.constant(String(late / LAG_MONTH));
        const rest = builtAlgebra.constant(String(1 - late / LAG_MONTH));
        return builtAlgebra.add(builtAlgebra.multiply(rest, this.at(a, place)), builtAlgebra.multiply(share, this.at(b, place)));
      }
      default:
        return unreachable(instruction);
    }
  }

  /** What previous() and last-year() find before the stretch: the values nodes stood at, not what made them. */
  private opening(slot: number, place: number): Built {
    const id = this.program.nodes[slot];
    if (id === undefined) {
      const instruction = this.instructions.get(slot);
      if (instruction && 'b' in instruction && instruction.op !== 'arrive') {
        return builtAlgebra[instruction.op](this.opening(instruction.a, place), this.opening(instruction.b, place));
      }
      return this.run(slot, place);
    }
    const own = this.ownValues(id, place);
    return own ? this.player(id, 'opening', place, own) : { kind: 'missing', nodes: [id] };
  }

  private player(node: NodeId, kind: PlayerKind, place: number | null, { before, after, isProvisional }: OwnValues): BuiltValue {
    const key = `${kind} ${node}`;
    const known = this.numbers.get(key);
    const number = known ?? this.moving.length;
    if (known === undefined) {
      this.numbers.set(key, number);
      this.moving.push({ node, kind, values: [], isProvisional: false });
    }
    const moving = this.moving[number];
    if (moving) {
      if (!moving.values.some(value => value.place === place)) moving.values.push({ place, before, after });
      if (isProvisional) moving.isProvisional = true;
    }
    return { kind: 'value', expression: { op: 'player', player: number, before, after }, before, after, isLoose: false };
  }

  private ownValues(id: NodeId, place: number | null): OwnValues | undefined {
    const [before, after] = [this.own(this.before, id, place), this.own(this.after, id, place)];
    if (!before || !after) return undefined;
    return { before: before.value, after: after.value, isProvisional: before.isProvisional || after.isProvisional };
  }

  private own(state: State, id: NodeId, place: number | null): Known | undefined {
    return place === null ? state.whole(id) : state.month(id, place);
  }
}

interface OwnValues {
  readonly before: number;
  readonly after: number;
  readonly isProvisional: boolean;
}

/** A node's own part is not taken apart by the sums and products it stands in, so that it is worked out once. */
function fixed(built: Built): Built {
  return built.kind === 'value' && built.isLoose ? { ...built, isLoose: false } : built;
}

/** Whether a value is a share of the formula's that may scale it: above zero, and not of a formula that gives nothing. */
function isRatio(quotient: number): boolean {
  return quotient > 0 && Number.isFinite(quotient);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}
