export declare const SUITES: Readonly<Record<string, readonly string[]>>;
