export declare function build(options?: {
  readonly types?: boolean;
  readonly web?: boolean;
  readonly mode?: 'production' | 'development';
  readonly tell?: (part: 'node' | 'web' | 'types') => void;
}): Promise<void>;
