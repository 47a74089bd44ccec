export declare const CHROMIUM_MISSING: string;
export declare function findChromium(): string | undefined;
export declare function installChromium(): string | undefined;
