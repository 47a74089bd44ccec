/** The tables of journeys in one database, quoted. A database may hold the stores of several workspaces. */
export interface JourneyTables {
  readonly events: string;
  readonly merges: string;
  readonly moves: string;
  readonly dimensions: string;
  readonly keys: string;
}

/** Throws for a name that is not made of letters, digits and underscores: identifiers are the only text that is not bound. */
export function journeyTables(database: string): JourneyTables {
  if (!DATABASE_NAME.test(database)) throw new Error(`not a name of a database: ${database}`);
  const table = (name: string) => `\`${database}\`.\`journey_${name}\``;
  return {
    events: table('events'),
    merges: table('merges'),
    moves: table('moves'),
    dimensions: table('dimensions'),
    keys: table('keys'),
  };
}

export const DATABASE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** The column of a dimension by its number. */
export function dimensionColumn(number: number): string {
  return `dim_${number}`;
}
