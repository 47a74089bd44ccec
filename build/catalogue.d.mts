export declare function readCatalogue(directory: string): {
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly things: Readonly<Record<string, unknown>>;
};
export declare function metricFiles(directory: string): readonly string[];
export declare function entriesOf(file: string): Readonly<Record<string, unknown>>;
