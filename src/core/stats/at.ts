/** The number at a place of a list. A place outside it is a bug of the caller and throws, so that no NaN travels on. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${values.length}`);
  return value;
}
