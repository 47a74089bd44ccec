import type { z } from 'zod';

/**
 * Declares that a schema describes exactly a type of core: `carries<Cell>()(z.strictObject({ … }))`.
 * A field that one of the two has and the other has not, or has differently, does not compile.
 */
export function carries<T>() {
  return <S extends z.ZodType>(schema: S & (Same<Plain<T>, Plain<z.output<S>>> extends true ? unknown : Differs<T, S>)): S =>
    schema;
}

interface Differs<T, S extends z.ZodType> {
  readonly wanted: Plain<T>;
  readonly described: Plain<z.output<S>>;
}

/** A type with nothing but its data: no `readonly`, interfaces and intersections flattened, tuples kept. */
type Plain<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Plain<T[K]> };

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
