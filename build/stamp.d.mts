export declare function stampOf(root: string, mode?: 'production' | 'development'): string;
export declare function stampFile(root: string): string;
