/**
 * Where an answer differs from the one expected: the first place and both values; undefined when they are the same, row for row.
 * Credits of attribution may differ by 1e-9 of the largest credit of the answer. [JRN-01]
 */
export function difference(expected: unknown, actual: unknown): string | undefined {
  return differenceAt('', expected, actual, 1e-9 * Math.max(1, largestCredit(expected)));
}

function differenceAt(path: string, expected: unknown, actual: unknown, tolerance: number): string | undefined {
  if (typeof expected === 'number' && typeof actual === 'number' && /\.credits\.\d+\.(?:conversions|value)$/.test(path))
    return Math.abs(expected - actual) <= tolerance ? undefined : `${path}: expected ${expected}, was ${actual}`;
  if (!isObject(expected) || !isObject(actual))
    return expected === actual ? undefined : `${path}: expected ${JSON.stringify(expected)}, was ${shown(actual)}`;
  if (Array.isArray(expected) !== Array.isArray(actual)) return `${path}: list and record`;
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length)
    return `${path}: expected ${expected.length} entries, were ${actual.length}`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const found = differenceAt(`${path}.${key}`, expected[key], actual[key], tolerance);
    if (found) return found;
  }
  return undefined;
}

function largestCredit(answer: unknown): number {
  if (!isObject(answer) || !('rows' in answer) || !Array.isArray(answer.rows)) return 0;
  const credits = answer.rows.flatMap(row => (isObject(row) && Array.isArray(row.credits) ? row.credits : []));
  return Math.max(
    0,
    ...credits.flatMap(credit => (isObject(credit) ? Object.values(credit).map(value => Math.abs(Number(value))) : [])),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** NaN, infinities and big integers as they are. */
function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'bigint'
    ? `${String(value)} (${typeof value})`
    : (JSON.stringify(value) ?? 'nothing');
}
