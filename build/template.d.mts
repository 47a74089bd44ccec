export function readTemplateFiles(folder: string): Record<string, unknown>;
