import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { instant, list } from './scalar.ts';

const mapping = z
  .strictObject({
    /** The id its text gives it. */
    name: z.string(),
    number: z.int(),
    text: z.string(),
    author: z.string(),
    at: instant,
    /** What keeps it from being used, such as a dataset that is no longer defined. */
    problems: list(problem),
  })
  .meta({ id: 'Mapping' });

export const mappings = endpoint({
  method: 'GET',
  path: '/api/mappings',
  concept: 'import',
  summary: { ja: '自分たちのマッピング（見出し→列）', en: "The workspace's own mappings of headings to columns" },
  response: z.strictObject({ mappings: list(mapping) }),
});

/** Takes the place of the newest version of the same name. */
export const putMapping = endpoint({
  method: 'PUT',
  path: '/api/mappings',
  concept: 'import',
  summary: { ja: 'マッピングの登録・変更', en: 'Stores a mapping' },
  body: z.strictObject({ text: z.string() }),
  response: z.strictObject({ mapping }),
});
