import { exactAlgebra } from '../formula/exact-algebra.ts';
import { compareRationals, divide, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countedMonths } from './counted-months.ts';
import { evaluateDrivers, extreme } from './evaluate-drivers.ts';
import { type End, type GoalTape, goalTape } from './goal-tape.ts';
import type { Bound } from './month-bounds.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Program } from './program.ts';
import type { Reading } from './reading.ts';
import { boundsAt } from './tape-ranges.ts';
import { cornerOf, type Sign } from './worst-case.ts';
import { type LeafRange, rangeOf, searchWorst, sureEnds, type TapeCase } from './worst-search.ts';

/** One side of a goal to be judged: its lowest value against the least wanted, or its highest against the most wanted. */
export interface Question {
  readonly limit: Rational;
  readonly side: End;
  readonly goal: PlanNode;
  readonly program: Program;
  readonly arithmetic: Arithmetic;
  /** Which way each node moves the goal, as far as that is certain. */
  readonly signs: ReadonlyMap<NodeId, Sign>;
}

export interface Judged {
  readonly reading: Reading;
  /** The worst case found, where the goal has a value at all. */
  readonly worst?: WorstCase;
}

/** A case inside the targets: every driver's value in every month, and how it is known to be the worst. */
export interface WorstCase {
  readonly value: Rational;
  readonly choose: (id: NodeId, month: number) => Rational | undefined;
  /** Which end a level takes over the period where its months differ. */
  readonly pick: (id: NodeId) => End;
  /** Drivers whose target leaves this end open, taken at the end their nature sets. */
  readonly natural: readonly NodeId[];
  readonly proof: Proof;
}

export type Proof =
  /** Every driver moves the goal one way: no case is worse than this one. */
  | { readonly kind: 'corner' }
  /** Bounds hold in each of so many parts of the ranges; a worse case than this one may exist, but none that misses. */
  | { readonly kind: 'parts'; readonly parts: number }
  /** This case misses; a worse one may exist. */
  | { readonly kind: 'case' }
  | { readonly kind: 'none' };

/** Drivers that pull both ways are tried in all combinations up to this many. */
const ENUMERATED = 8;

/** Calculation steps that trying combinations may take in all: large plans try fewer of them. */
const STEPS = 200_000;

/** Judges one side of a goal exactly; see VER-10 … VER-13. */
export function judge(question: Question): Judged {
  return new Judge(question).judged();
}

interface Corner {
  at(id: NodeId, month: number): End;
  pick(id: NodeId): End;
}

type CornerValue =
  | { readonly kind: 'value'; readonly value: Rational; readonly natural: readonly NodeId[]; readonly corner: Corner }
  | { readonly kind: 'open'; readonly nodes: readonly NodeId[]; readonly corner: Corner }
  | { readonly kind: 'undefined' };

class Judge {
  private readonly question: Question;

  constructor(question: Question) {
    this.question = question;
  }

  judged(): Judged {
    const { signs } = this.question;
    const unclear = [...signs].some(([id, sign]) => sign === 'either' && this.isDriver(id));
    if (!unclear) return this.weighed([this.corner()], CORNER, () => ({ proof: CORNER }));
    const { arithmetic, goal, program, side } = this.question;
    const tape = goalTape(goal, program, arithmetic);
    const ranges = tape.leaves.map(({ node, month }) => rangeOfEnds(this.end(node, month, 'low'), this.end(node, month, 'high')));
    const sure = sureEnds(tape, ranges, side);
    const known = new Map<NodeId, (End | 'free')[]>();
    for (const [i, { node, month }] of tape.leaves.entries()) {
      const months = known.get(node) ?? [];
      months[month] = (sure.idle.has(i) ? this.statedEnd(node, month) : sure.leaves[i]) ?? 'free';
      known.set(node, months);
    }
    const free = new Set(tape.leaves.flatMap(({ node }, i) => (sure.leaves[i] ? [] : [node])));
    for (const [node, end] of sure.picks) if (!end && !this.isSame(node)) free.add(node);
    const either = [...free];
    if (either.length === 0) {
      return this.weighed([this.corner(known, sure.picks)], CORNER, () => ({ proof: CORNER }));
    }
    const tried = [...this.corners(either.slice(0, this.affordable()), known, sure.picks)];
    return this.weighed(this.contenders(tried, tape), CASE, () => {
      const exact = (found: TapeCase) => this.valueOf(tapeChoice(found), id => found.picks.get(id) ?? side);
      const tapeChoice = ({ values }: TapeCase) => {
        const byMonth = new Map<NodeId, (Rational | undefined)[]>();
        for (const [i, { node, month }] of tape.leaves.entries()) {
          const months = byMonth.get(node) ?? [];
          months[month] = values[i];
          byMonth.set(node, months);
        }
        const other = this.choice(this.corner());
        return (id: NodeId, month: number) => byMonth.get(id)?.[Math.max(0, month)] ?? other(id, month);
      };
      const result = searchWorst(tape, ranges, side, this.question.limit, exact);
      switch (result.kind) {
        case 'proven':
          return { proof: { kind: 'parts', parts: result.parts } };
        case 'miss': {
          const value = exact(result.found);
          const choose = tapeChoice(result.found);
          const isOpen = tape.leaves.flatMap(({ node, month }, i) => {
            const bound = arithmetic.bounds.get(node)?.[month];
            const chosen = result.found.values[i];
            const isNatural = (end: End) => !bound?.[end] && chosen === this.end(node, month, end);
            return isNatural('low') || isNatural('high') ? [node] : [];
          });
          return value
            ? {
                missed: {
                  value,
                  choose,
                  pick: id => result.found.picks.get(id) ?? side,
                  natural: [...new Set(isOpen)],
                  proof: CASE,
                },
              }
            : { nodes: either };
        }
        case 'unknown':
          return { nodes: either };
      }
    });
  }

  /** Tries corners; where none of them misses and none is open, the rest decides. `missing`: what a corner that misses proves. */
  private weighed(
    corners: Iterable<Corner>,
    missing: Proof,
    otherwise: () => { readonly proof: Proof } | { readonly missed: WorstCase } | { readonly nodes: readonly NodeId[] },
  ): Judged {
    let worst: Extract<CornerValue, { kind: 'value' }> | undefined;
    const open = new Set<NodeId>();
    let undefinedSomewhere = false;
    let openCorner: Corner | undefined;
    for (const corner of corners) {
      const result = this.valueAtCorner(corner);
      if (result.kind === 'open') {
        openCorner ??= result.corner;
        for (const id of result.nodes) open.add(id);
      } else if (result.kind === 'undefined') undefinedSomewhere = true;
      else if (!worst || this.isWorse(result.value, worst.value)) worst = result;
    }
    if (worst && this.misses(worst.value)) return this.missed(worst, missing);
    if (open.size > 0) {
      const why = { code: 'unbounded', nodes: [...open] } as const;
      // What the targets do say may miss already; what they leave open can only make it worse.
      const stated = openCorner && this.valueAtCorner(openCorner, 'stated');
      if (stated?.kind !== 'value' || !this.misses(stated.value)) return { reading: { verdict: 'cannot-tell', why } };
      const found = { ...this.caseOf(stated, CASE), choose: this.statedChoice(stated.corner), natural: [...open] };
      return { reading: { ...this.measured('short', stated.value), why }, worst: found };
    }
    if (undefinedSomewhere || !worst) {
      const nodes = this.unknownBefore();
      return {
        reading: { verdict: 'cannot-tell', why: nodes.length > 0 ? { code: 'no-baseline', nodes } : { code: 'undefined' } },
      };
    }
    const rest = otherwise();
    if ('missed' in rest) {
      const reading = this.measured('short', rest.missed.value);
      if (rest.missed.natural.length === 0) return { reading, worst: rest.missed };
      const why = { code: 'unbounded', nodes: rest.missed.natural } as const;
      return { reading: { ...reading, verdict: 'cannot-tell', why }, worst: rest.missed };
    }
    if ('nodes' in rest) {
      const reading = this.measured('cannot-tell', worst.value);
      return {
        reading: { ...reading, why: { code: 'not-monotone', nodes: rest.nodes } },
        worst: this.caseOf(worst, { kind: 'none' }),
      };
    }
    return { reading: this.measured('reaches', worst.value), worst: this.caseOf(worst, rest.proof) };
  }

  /** A miss only because something may go down to nothing: what the targets name decides whether it is a miss or an open question. */
  private missed(worst: Extract<CornerValue, { kind: 'value' }>, proof: Proof): Judged {
    const figures = this.measured('short', worst.value);
    const found = this.caseOf(worst, proof);
    if (worst.natural.length === 0) return { reading: figures, worst: found };
    const why = { code: 'unbounded', nodes: worst.natural } as const;
    const stated = this.valueAtCorner(worst.corner, 'stated');
    const isMiss = stated.kind === 'value' && this.misses(stated.value);
    return { reading: { ...figures, why, ...(isMiss ? {} : { verdict: 'cannot-tell' }) }, worst: found };
  }

  private caseOf({ value, natural, corner }: Extract<CornerValue, { kind: 'value' }>, proof: Proof): WorstCase {
    return { value, natural, choose: this.choice(corner), pick: id => corner.pick(id), proof };
  }

  /** Of several corners those that may be the worst one, or have no value: the others need no exact calculation. */
  private contenders(corners: readonly Corner[], tape: GoalTape): readonly Corner[] {
    if (corners.length < 2) return corners;
    const bounds = corners.map(corner => {
      const choose = this.choice(corner);
      const values = tape.leaves.map(({ node, month }) => choose(node, month));
      return values.every(value => value !== undefined) ? boundsAt(tape, values.map(rangeOf)) : undefined;
    });
    const isLow = this.question.side === 'low';
    const best = Math.min(...bounds.map(bound => (bound ? (isLow ? bound.high : -bound.low) : Number.POSITIVE_INFINITY)));
    return corners.filter((_, i) => {
      const bound = bounds[i];
      return !bound || (isLow ? bound.low : -bound.high) <= best;
    });
  }

  /** How many drivers can be tried at both ends without making the reader wait. */
  private affordable(): number {
    const { program, arithmetic } = this.question;
    const steps = program.instructions.length * (arithmetic.months.length + program.reach);
    return Math.max(0, Math.min(ENUMERATED, Math.floor(Math.log2(STEPS / steps))));
  }

  /** Nodes a goal builds on whose state before the plan is asked for and not stated. */
  private unknownBefore(): readonly NodeId[] {
    const { program, arithmetic, signs } = this.question;
    const { plan, baselines, pipelineGaps, pipeline } = arithmetic;
    const looking = program.instructions.filter(instruction => instruction.op === 'earlier');
    const opening = looking.flatMap(({ opening, a }) => (opening ? [program.nodes[a] ?? ''] : []));
    const inner = looking.some(({ opening }) => !opening)
      ? [...plan.nodes.values()].filter(node => this.isDriver(node.id) && node.time !== 'level').map(node => node.id)
      : [];
    const asked = new Set([...opening, ...inner, ...(pipeline === 'baseline' ? pipelineGaps : [])]);
    return [...asked].filter(id => !baselines.has(id) && signs.has(id) && signs.get(id) !== 'none');
  }

  /** The end of a target that says something. */
  private statedEnd(id: NodeId, month: number): End {
    return this.question.arithmetic.bounds.get(id)?.[Math.max(0, month)]?.low ? 'low' : 'high';
  }

  /** Whether the arithmetic takes a node's value from its target. */
  private isDriver(id: NodeId): boolean {
    const { plan, standIns, bounds } = this.question.arithmetic;
    return bounds.has(id) && (plan.nodes.get(id)?.equals === undefined || standIns.has(id));
  }

  /** Whether a driver may have one and the same value only, in all months. */
  private isSame(id: NodeId): boolean {
    const bounds = this.question.arithmetic.bounds.get(id) ?? [];
    return new Set(bounds).size === 1 && bounds[0]?.low !== undefined && bounds[0].low === bounds[0].high;
  }

  private measured(verdict: Reading['verdict'], implied: Rational): Reading {
    const { limit, side } = this.question;
    const miss = side === 'low' ? subtract(limit, implied) : subtract(implied, limit);
    const coverage = limit.numerator > 0n ? divide(implied, limit) : undefined;
    return {
      verdict,
      side,
      implied,
      ...(coverage ? { coverage } : {}),
      shortBy: miss.numerator > 0n ? miss : rational(0),
    };
  }

  private isWorse(value: Rational, other: Rational): boolean {
    const order = compareRationals(value, other);
    return this.question.side === 'low' ? order < 0 : order > 0;
  }

  private misses(value: Rational): boolean {
    return this.isWorse(value, this.question.limit);
  }

  /** Where every driver stands in the worst case, by its sign; `known`: by month, where that is surer than the sign. */
  private corner(known?: KnownEnds, picks?: ReadonlyMap<NodeId, End | undefined>): Corner {
    const { signs, side } = this.question;
    const bySign = (id: NodeId): End => ((signs.get(id) === 'down') === (side === 'low') ? 'high' : 'low');
    return {
      at: (id, month) => {
        const end = known?.get(id)?.[month < 0 ? 0 : month];
        if (end && end !== 'free') return end;
        // A month that the goal does not depend on at all stands where its target says something.
        return known && !end ? this.statedEnd(id, month) : bySign(id);
      },
      pick: id => picks?.get(id) ?? sureEnd(known, id) ?? bySign(id),
    };
  }

  /** Which end every driver stands at, for each combination of those that pull both ways; what is sure stays. */
  private *corners(either: readonly NodeId[], known: KnownEnds, picks: ReadonlyMap<NodeId, End | undefined>): Generator<Corner> {
    const place = new Map(either.map((id, i) => [id, i]));
    const sure = this.corner(known, picks);
    if (either.length === 0) {
      yield sure;
      return;
    }
    for (let pattern = 0; pattern < 2 ** either.length; pattern++) {
      const tried = (id: NodeId): End | undefined => {
        const bit = place.get(id);
        return bit === undefined ? undefined : (pattern >> bit) % 2 === 0 ? 'low' : 'high';
      };
      yield {
        at: (id, month) => (known.get(id)?.[Math.max(0, month)] === 'free' ? tried(id) : undefined) ?? sure.at(id, month),
        pick: id => picks.get(id) ?? tried(id) ?? sure.pick(id),
      };
    }
  }

  /**
   * The goal's exact period value with every driver at one end of its range; ends left open count only where they matter.
   * `stated`: drivers open at their end stand at the other one, the only value their target names.
   */
  private valueAtCorner(corner: Corner, openEnds: 'natural' | 'stated' = 'natural'): CornerValue {
    const { arithmetic, signs } = this.question;
    const [open, natural] = [new Set<NodeId>(), new Set<NodeId>()];
    const value = this.valueOf(
      (id, month) => {
        const end = corner.at(id, month);
        const bound = arithmetic.bounds.get(id)?.[Math.max(0, month)] ?? NO_BOUND;
        const own = bound[end];
        if (own) return own;
        const stated = openEnds === 'stated' ? (bound.low ?? bound.high) : undefined;
        const chosen = stated ?? this.end(id, Math.max(0, month), end);
        if (signs.get(id) !== 'none') (chosen ? natural : open).add(id);
        return chosen;
      },
      id => corner.pick(id),
    );
    if (open.size > 0) return { kind: 'open', nodes: [...open], corner };
    return value ? { kind: 'value', value, natural: [...natural], corner } : { kind: 'undefined' };
  }

  private choice(corner: Corner): WorstCase['choose'] {
    return (id, month) => this.end(id, Math.max(0, month), corner.at(id, month));
  }

  private statedChoice(corner: Corner): WorstCase['choose'] {
    const { arithmetic } = this.question;
    return (id, month) => {
      const bound = arithmetic.bounds.get(id)?.[Math.max(0, month)] ?? {};
      return bound[corner.at(id, month)] ?? bound.low ?? bound.high;
    };
  }

  private valueOf(choose: WorstCase['choose'], pick: WorstCase['pick']): Rational | undefined {
    const { goal, program, arithmetic } = this.question;
    const evaluation = evaluateDrivers(program, arithmetic, (id, _bound, month) => choose(id, month));
    const counted = countedMonths(goal, arithmetic);
    return periodValue(goal.id, arithmetic, evaluation, exactAlgebra, counted, (id, values) => extreme(values, pick(id)));
  }

  /** Ends that nature sets, each one object, so that what depends on them is not calculated twice. */
  private readonly natural = new Map<number, Rational>();

  private naturalEnd(value: number): Rational {
    const known = this.natural.get(value) ?? rationalOf(value);
    this.natural.set(value, known);
    return known;
  }

  /** One end of what a driver may be in a month, its nature closing what the target leaves open. */
  private end(id: NodeId, month: number, end: End): Rational | undefined {
    const { arithmetic } = this.question;
    const bound = arithmetic.bounds.get(id)?.[month];
    const own = bound?.[end];
    const node = own ? undefined : arithmetic.plan.nodes.get(id);
    return own ?? (bound && node && cornerOf(bound, node, end, value => this.naturalEnd(value)));
  }
}

/** Where every driver's months surely stand; `free` where that depends, nothing where the goal does not depend on the month. */
type KnownEnds = ReadonlyMap<NodeId, readonly (End | 'free')[]>;

function sureEnd(known: KnownEnds | undefined, id: NodeId): End | undefined {
  const end = known?.get(id)?.[0];
  return end === 'free' ? undefined : end;
}

const NO_BOUND: Bound = {};
const CASE: Proof = { kind: 'case' };
const CORNER: Proof = { kind: 'corner' };

function rangeOfEnds(low: Rational | undefined, high: Rational | undefined): LeafRange {
  if (low && high) return { low, high };
  return low ? { low } : high ? { high } : {};
}
