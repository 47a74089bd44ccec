import type { Product } from './product.ts';

/** Every page of the product, by what it is called in the tests. */
export const PAGES = {
  home: '/',
  executive: '/progress',
  work: '/progress/work',
  'analysis board': '/progress/analysis',
  kpi: '/progress/kpi/sql-rate',
  goal: '/progress/kpi/contract-revenue',
  analysis: '/analysis',
  why: '/analysis/why',
  'what if': '/analysis/what-if',
  landing: '/analysis/landing',
  drivers: '/analysis/drivers',
  priorities: '/analysis/priorities',
  'where people leave': '/analysis/leaving',
  'which channel worked': '/analysis/channels',
  'who comes back': '/analysis/returning',
  'who matters': '/analysis/customers',
  'why by segment': '/analysis/why?node=mqls&by=channel',
  board: '/initiatives',
  initiatives: '/initiatives?view=list',
  initiative: '/initiatives/:initiative',
  'initiative form': '/initiatives/new?node=sql-rate',
  'initiative edited': '/initiatives/:initiative/edit',
  'to-dos': '/initiatives/to-dos',
  lessons: '/initiatives/lessons',
  tree: '/plan',
  'tree with progress': '/plan?mode=progress',
  'node of the tree': '/plan?node=leads',
  'tree of an earlier version': '/plan?version=1',
  schedule: '/plan/schedule',
  text: '/plan/text',
  'design review': '/plan/review',
  agreement: '/plan/agreement',
  'KPI definitions': '/plan/definitions',
  versions: '/plan/versions',
  published: '/published/new-contracts-2026',
  'new plan': '/plan/new',
  'new plan from a sheet': '/plan/new/sheet',
  'new plan from a template': '/plan/new/template',
  'new plan by questions': '/plan/new/guided',
  'new plan from text': '/plan/new/text',
  catalogue: '/catalogue',
  'metric of the catalogue': '/catalogue/cvr',
  'metric of one’s own': '/catalogue/new',
  'metric of one’s own, changed': '/catalogue/cvr/edit',
  sources: '/data',
  dataset: '/data/dataset/ad-cost',
  definitions: '/data/definitions',
  import: '/data/import',
  values: '/data/values?all=yes',
  imports: '/data/imports',
  closing: '/data/closing',
  connections: '/data/connections',
  quality: '/data/quality',
  audits: '/data/audits',
  'personal data': '/data/people',
  rules: '/help/rule',
  rule: '/help/rule/quantity-without-quality',
  'not found': '/no-such-page',
} as const;

/** Where a page is; the ones of an initiative are those of the one that is being checked, with the most to show. */
export async function pathOf(product: Product, page: keyof typeof PAGES): Promise<string> {
  const path = PAGES[page];
  return path.includes(':initiative') ? path.replace(':initiative', await initiativeInCheck(product)) : path;
}

async function initiativeInCheck(product: Product): Promise<string> {
  const answer = await fetch(new URL('/api/initiatives', product.address()));
  const { initiatives } = (await answer.json()) as {
    readonly initiatives: readonly { readonly id: string; readonly stage: string }[];
  };
  const found = initiatives.find(({ stage }) => stage === 'checking');
  if (!found) throw new Error('the demo has an initiative that is being checked');
  return found.id;
}
