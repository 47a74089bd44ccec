/** What the columns of a file are, as somebody has said in the form. */
export interface MappingForm {
  readonly id: string;
  readonly dataset: string;
  readonly kind: 'aggregate' | 'event';
  readonly replaces: 'period' | 'nothing';
  readonly name: string;
  /** Currency of columns with money. */
  readonly currency: string;
  readonly columns: readonly MappedColumn[];
}

export interface MappedColumn {
  readonly heading: string;
  readonly role: ColumnRole;
  /** Column of the dataset. */
  readonly to: string;
  /** Cells name a month, week or year instead of a day. */
  readonly isPeriod: boolean;
  readonly decision?: 'drop' | 'hash' | 'keep' | undefined;
}

export const COLUMN_ROLES = ['day', 'moment', 'number', 'money', 'rate', 'text', 'person', 'off'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The form as the YAML text of an own mapping. [ING-50] */
export function mappingText({ id, dataset, kind, replaces, name, currency, columns }: MappingForm): string {
  const used = columns.filter(({ role }) => role !== 'off');
  const lines = [
    `mapping: ${id}`,
    `name: ${quoted(name)}`,
    `dataset: ${dataset}`,
    `kind: ${kind}`,
    `period: ${used.some(({ role }) => role === 'day' || role === 'moment') ? 'row' : 'preamble'}`,
    `replaces: ${replaces}`,
    'others: drop',
    'columns:',
    ...used.map(column => `  ${column.to}: { ${[`from: ${quoted(column.heading)}`, ...keysOf(column, currency)].join(', ')} }`),
  ];
  return `${lines.join('\n')}\n`;
}

function keysOf({ role, isPeriod, decision }: MappedColumn, currency: string): readonly string[] {
  const personal = decision === undefined ? [] : [`personal: ${decision}`];
  switch (role) {
    case 'day':
      return isPeriod ? ['written: month', 'role: time'] : ['type: date', 'role: time'];
    case 'moment':
      return ['type: timestamp', 'role: time'];
    case 'number':
      return ['type: decimal'];
    case 'money':
      return ['type: decimal', ...(currency === '' ? [] : [`currency: ${currency}`])];
    case 'rate':
      return ['type: decimal', 'additive: false'];
    case 'text':
      return ['type: text', ...personal];
    case 'person':
      return ['type: text', 'role: person', `personal: ${decision ?? 'hash'}`];
    case 'off':
      return [];
  }
}

/** JSON's way to quote is YAML's too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** An id made from a name: what is ASCII of it, in kebab case. */
export function idFrom(name: string, otherwise: string): string {
  const id = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
  return id === '' ? otherwise : id;
}
