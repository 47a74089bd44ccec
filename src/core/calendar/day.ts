declare const day: unique symbol;

/** A calendar day as `YYYY-MM-DD` (proleptic Gregorian, years 0001–9999); sorts as text. */
export type Day = string & { readonly [day]: true };
