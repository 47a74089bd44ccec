import { expect, test } from 'vitest';
import { Random } from '../stats/random.ts';
import { studentQuantile } from '../stats/student-t.ts';
import { heavyTail, JointNormals } from './joint-normals.ts';

const MONTHS = 20;
const first = new Map(Array.from({ length: MONTHS }, (_, i) => [i, Math.sin(i * 12.9)] as const));
const opposite = new Map([...first].map(([month, value]) => [month, -2 * value] as const));
const short = new Map([...first].slice(0, 5));

test('[LND-04] drivers go together as their errors did, shrunk, and each stays standard normal', () => {
  const joint = new JointNormals([first, first, opposite, short]);
  expect(joint.correlation(0, 1)).toBeCloseTo(20 / 30, 12);
  expect(joint.correlation(0, 2)).toBeCloseTo(-20 / 30, 12);
  expect(joint.correlation(0, 3)).toBe(0);
  const random = new Random(20261121);
  const count = 20_000;
  const into = new Float64Array(4);
  const [squares, products] = [new Float64Array(4), new Float64Array(4)];
  for (let draw = 0; draw < count; draw++) {
    joint.draw(random, into);
    for (let i = 0; i < 4; i++) {
      squares[i] = (squares[i] ?? 0) + (into[i] ?? 0) ** 2 / count;
      products[i] = (products[i] ?? 0) + ((into[0] ?? 0) * (into[i] ?? 0)) / count;
    }
  }
  for (const square of squares) expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  for (const i of [1, 2, 3]) expect(Math.abs((products[i] ?? 0) - joint.correlation(0, i))).toBeLessThan(4 / Math.sqrt(count));
});

test('[LND-04] stretched normals have the tails of Student', () => {
  const random = new Random(7);
  const count = 40_000;
  const limit = studentQuantile(0.95, 4);
  let beyond = 0;
  for (let i = 0; i < count; i++) if (Math.abs(random.normal() * heavyTail(random, 4)) > limit) beyond++;
  expect(Math.abs(beyond / count - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / count));
});
