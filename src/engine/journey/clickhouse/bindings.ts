/** SQL with values bound by name and type. Nothing that somebody wrote becomes part of the text. */
export interface Statement {
  readonly sql: string;
  readonly params: Readonly<Record<string, BoundValue>>;
}

export type BoundType =
  | 'Int64'
  | 'UInt64'
  | 'Float64'
  | 'Array(String)'
  | 'Array(Int64)'
  | 'Array(UInt64)'
  | 'Array(UInt128)'
  | 'Array(Array(Int64))';

export type BoundValue = number | string | bigint | readonly (number | string | bigint | readonly number[])[];

/** Gives a value a name and says how it is written in the text: `{p3:Int64}`. */
export type Bind = (type: BoundType, value: BoundValue) => string;

/** A statement from a text that is written with `bind`. */
export function statement(write: (bind: Bind) => string): Statement {
  const params: Record<string, BoundValue> = {};
  const bind: Bind = (type, value) => {
    const name = `p${Object.keys(params).length}`;
    params[name] = isList(value) && type.startsWith('Array(UInt') ? value.map(each => BigInt(String(each))) : value;
    return `{${name}:${type}}`;
  };
  return { sql: write(bind), params };
}

function isList(value: BoundValue): value is Extract<BoundValue, readonly unknown[]> {
  return Array.isArray(value);
}
