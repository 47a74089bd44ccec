export declare function stampOf(root: string): string;
export declare function stampFile(root: string): string;
