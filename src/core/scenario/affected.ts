import type { NodeId } from '../plan/plan.ts';
import type { Instruction, Program } from '../plan/program.ts';

/** The instructions of a program whose values depend on some nodes, in the program's order. */
export function affectedInstructions(program: Program, nodes: readonly NodeId[]): readonly Instruction[] {
  const users = usersOf(program);
  const slots = new Set<number>();
  const open = nodes.flatMap(id => program.index.get(id) ?? []);
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (slots.has(slot)) continue;
    slots.add(slot);
    open.push(...(users[slot] ?? []));
  }
  return program.instructions.filter(({ out }) => slots.has(out));
}

const USERS = new WeakMap<Program, readonly (readonly number[])[]>();

/** For every slot, the slots calculated from it. */
function usersOf(program: Program): readonly (readonly number[])[] {
  const known = USERS.get(program);
  if (known) return known;
  const users: number[][] = Array.from({ length: program.slots }, () => []);
  for (const instruction of program.instructions) {
    if ('a' in instruction) users[instruction.a]?.push(instruction.out);
    if ('b' in instruction && instruction.b !== instruction.a) users[instruction.b]?.push(instruction.out);
  }
  USERS.set(program, users);
  return users;
}
