import type { InlineConfig } from 'vite';

export declare const nodeConfig: InlineConfig;
