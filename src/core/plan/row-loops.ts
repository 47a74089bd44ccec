/**
 * Loops over rows of draws: one per kind, each on one form of data, so that each stays fast. All rows lie in `values`; counts are
 * multiples of 4. v + 0·v turns an infinite value into "no value" (NaN) without a branch.
 */
export type RowLoop = (values: Float64Array, out: number, inputs: RowInputs, count: number) => void;

/** Where the rows begin, and the number of loops with one. */
export interface RowInputs {
  a: number;
  b: number;
  c: number;
  d: number;
  scalar: number;
}

export const addRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i += 4) {
    const v = (values[a + i] as number) + (values[b + i] as number);
    const w = (values[a + i + 1] as number) + (values[b + i + 1] as number);
    const x = (values[a + i + 2] as number) + (values[b + i + 2] as number);
    const y = (values[a + i + 3] as number) + (values[b + i + 3] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
    values[out + i + 2] = x + 0 * x;
    values[out + i + 3] = y + 0 * y;
  }
};

export const subtractRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i += 4) {
    const v = (values[a + i] as number) - (values[b + i] as number);
    const w = (values[a + i + 1] as number) - (values[b + i + 1] as number);
    const x = (values[a + i + 2] as number) - (values[b + i + 2] as number);
    const y = (values[a + i + 3] as number) - (values[b + i + 3] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
    values[out + i + 2] = x + 0 * x;
    values[out + i + 3] = y + 0 * y;
  }
};

export const multiplyRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i += 4) {
    const v = (values[a + i] as number) * (values[b + i] as number);
    const w = (values[a + i + 1] as number) * (values[b + i + 1] as number);
    const x = (values[a + i + 2] as number) * (values[b + i + 2] as number);
    const y = (values[a + i + 3] as number) * (values[b + i + 3] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
    values[out + i + 2] = x + 0 * x;
    values[out + i + 3] = y + 0 * y;
  }
};

export const divideRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i += 4) {
    const v = (values[a + i] as number) / (values[b + i] as number);
    const w = (values[a + i + 1] as number) / (values[b + i + 1] as number);
    const x = (values[a + i + 2] as number) / (values[b + i + 2] as number);
    const y = (values[a + i + 3] as number) / (values[b + i + 3] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
    values[out + i + 2] = x + 0 * x;
    values[out + i + 3] = y + 0 * y;
  }
};

export const addThreeRows: RowLoop = (values, out, { a, b, c }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) + (values[b + i] as number) + (values[c + i] as number);
    const w = (values[a + i + 1] as number) + (values[b + i + 1] as number) + (values[c + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const addFourRows: RowLoop = (values, out, { a, b, c, d }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) + (values[b + i] as number) + (values[c + i] as number) + (values[d + i] as number);
    const w =
      (values[a + i + 1] as number) +
      (values[b + i + 1] as number) +
      (values[c + i + 1] as number) +
      (values[d + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const multiplyThreeRows: RowLoop = (values, out, { a, b, c }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) * (values[b + i] as number) * (values[c + i] as number);
    const w = (values[a + i + 1] as number) * (values[b + i + 1] as number) * (values[c + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const multiplyFourRows: RowLoop = (values, out, { a, b, c, d }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) * (values[b + i] as number) * (values[c + i] as number) * (values[d + i] as number);
    const w =
      (values[a + i + 1] as number) *
      (values[b + i + 1] as number) *
      (values[c + i + 1] as number) *
      (values[d + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const divideThreeRows: RowLoop = (values, out, { a, b, c }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) / (values[b + i] as number) / (values[c + i] as number);
    const w = (values[a + i + 1] as number) / (values[b + i + 1] as number) / (values[c + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const divideFourRows: RowLoop = (values, out, { a, b, c, d }, count) => {
  for (let i = 0; i < count; i += 2) {
    const v = (values[a + i] as number) / (values[b + i] as number) / (values[c + i] as number) / (values[d + i] as number);
    const w =
      (values[a + i + 1] as number) /
      (values[b + i + 1] as number) /
      (values[c + i + 1] as number) /
      (values[d + i + 1] as number);
    values[out + i] = v + 0 * v;
    values[out + i + 1] = w + 0 * w;
  }
};

export const minimumRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i++) values[out + i] = Math.min(values[a + i] as number, values[b + i] as number);
};

export const minimumNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) values[out + i] = Math.min(values[a + i] as number, scalar);
};

export const maximumRows: RowLoop = (values, out, { a, b }, count) => {
  for (let i = 0; i < count; i++) values[out + i] = Math.max(values[a + i] as number, values[b + i] as number);
};

export const maximumNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) values[out + i] = Math.max(values[a + i] as number, scalar);
};

export const negateRows: RowLoop = (values, out, { a }, count) => {
  for (let i = 0; i < count; i++) values[out + i] = -(values[a + i] as number);
};

export const addNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = (values[a + i] as number) + scalar;
    values[out + i] = v + 0 * v;
  }
};

export const subtractNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = (values[a + i] as number) - scalar;
    values[out + i] = v + 0 * v;
  }
};

export const multiplyNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = (values[a + i] as number) * scalar;
    values[out + i] = v + 0 * v;
  }
};

export const divideNumber: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = (values[a + i] as number) / scalar;
    values[out + i] = v + 0 * v;
  }
};

export const numberLess: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = scalar - (values[a + i] as number);
    values[out + i] = v + 0 * v;
  }
};

export const numberOver: RowLoop = (values, out, { a, scalar }, count) => {
  for (let i = 0; i < count; i++) {
    const v = scalar / (values[a + i] as number);
    values[out + i] = v + 0 * v;
  }
};
