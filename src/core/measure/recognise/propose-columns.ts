import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Column, ColumnId } from '../dataset.ts';
import { findPersonal, proposalFor } from '../personal/find-personal.ts';
import type { PersonalDecision, PersonalFinding } from '../personal/personal-kind.ts';
import { columnIdOf } from './column-id.ts';
import { dateFormatIn } from './date-format-text.ts';
import { headerText } from './header-text.ts';
import { inferColumn } from './infer-column.ts';
import { ingestMessages } from './ingest-messages.ts';
import type { PresetMatch } from './match-preset.ts';
import type { PresetColumn } from './preset.ts';
import { GENERIC_COLUMNS } from './presets/generic.ts';
import type { Said } from './recognise-context.ts';
import type { CellReading, ColumnMapping, TableFormat } from './table-mapping.ts';
import { STAGE_COLUMNS } from './table-mapping.ts';

/** One column of a file: what it looks like, and what is proposed for it. */
export interface ColumnProposal {
  readonly heading: string;
  /** The first cells, as they are written. */
  readonly samples: readonly string[];
  /** How it is read; absent when it is left out. */
  readonly mapping?: ColumnMapping;
  readonly reads?: CellReading;
  readonly role?: Column['role'];
  /** The column of the dataset that it becomes. */
  readonly column?: Column;
  readonly isPeriodEnd?: true;
  /** The column that says when a row is of, where there are several with days. */
  readonly isTime?: true;
  readonly personal?: PersonalFinding & { readonly decision: PersonalDecision };
  /** Why it is left out; null when it is read. */
  readonly left: null | 'personal' | 'unnamed' | 'not-in-preset' | 'not-a-period';
}

export interface ColumnsAsked {
  readonly names: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly format: TableFormat;
  readonly match: PresetMatch | undefined;
  readonly said: Said;
}

const problem = problemsOf(ingestMessages);

/** Decides for every column of a table how it is read, into which column it goes, and what is done if it is personal. [ING-13, ING-32] */
export function proposeColumns(asked: ColumnsAsked): {
  readonly columns: readonly ColumnProposal[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const taken = new Set<ColumnId>();
  const known = knownColumns(asked);
  const currencyColumn = known.some(column => column?.to === 'currency');
  const drafts = asked.names.map((heading, index) => draft(asked, heading, index, known[index], currencyColumn));
  const key = personKey(drafts, asked.match);
  const columns = drafts.map((made): ColumnProposal => {
    if (made.heading === '') {
      if (made.samples.some(cell => cell !== '')) problems.push(problem('unnamed-column', { column: made.index + 1 }));
      return { heading: '', samples: made.samples, left: 'unnamed' };
    }
    const { heading, samples, personal } = made;
    const decision = personal ? decisionFor(made, made === key, asked.said) : undefined;
    const found = personal && decision ? { personal: { ...personal, decision } } : {};
    if (decision === 'drop') return { heading, samples, ...found, left: 'personal' };
    if (!made.spec && asked.match?.preset.others === 'drop' && !personal) return { heading, samples, left: 'not-in-preset' };
    const isStage = made.spec?.stage !== undefined;
    const id = isStage ? STAGE_COLUMNS.day : free(made.column.id, taken);
    if (!isStage) taken.add(id);
    const hashed = decision === 'hash';
    const role = made === key ? ('person' as const) : hashed ? ('dimension' as const) : made.column.role;
    const column: Column = { ...made.column, id, role, ...(hashed ? { type: 'text' as const, hashed: true as const } : {}) };
    const reads: CellReading = hashed ? 'text' : made.reads;
    const mapping: ColumnMapping = {
      ...made.mapping,
      to: id,
      reads,
      ...(personal && decision ? { personal: { kind: personal.kind, decision } } : {}),
    };
    return {
      heading,
      samples,
      mapping,
      reads,
      role,
      column,
      ...(made.spec?.written === 'period-end' ? { isPeriodEnd: true as const } : {}),
      ...found,
      left: null,
    };
  });
  return { columns: withThings(withTime(columns, asked.match), drafts), problems };
}

/** Names the column of the thing that values are of; without it, numbers that stand on each of its lines do not add up. [ING-45] */
function withThings(columns: readonly ColumnProposal[], drafts: readonly Draft[]): readonly ColumnProposal[] {
  return columns.map((proposal, index) => {
    const per = drafts[index]?.spec?.per;
    const { mapping, column } = proposal;
    if (per === undefined || !mapping || !column) return proposal;
    const thing = columns.find(other => other.column?.id === per);
    if (thing) return { ...proposal, mapping: { ...mapping, per: thing.heading } };
    return column.role === 'measure' ? { ...proposal, column: { ...column, notAdditive: true } } : proposal;
  });
}

/** Marks the column that says when a row is of: the first that the preset names, or the first in the file. */
function withTime(columns: readonly ColumnProposal[], match: PresetMatch | undefined): readonly ColumnProposal[] {
  const order = match?.preset.columns.map(column => column.to) ?? [];
  const place = ({ column }: ColumnProposal) => (order.indexOf(column?.id ?? '') + order.length + 1) % (order.length + 1);
  const times = columns.filter(proposal => proposal.role === 'time' && proposal.column && !proposal.isPeriodEnd);
  const [first] = [...times].sort((a, b) => place(a) - place(b));
  return columns.map(proposal => (proposal === first ? { ...proposal, isTime: true } : proposal));
}

/** The columns that the preset knows; without one, those that mean the same everywhere. Each is taken once. */
function knownColumns({ names, match }: ColumnsAsked): readonly (PresetColumn | undefined)[] {
  if (match) return match.columns;
  const taken = new Set<PresetColumn>();
  const byKey = new Map(GENERIC_COLUMNS.flatMap(column => column.from.map(alias => [headerText(alias).key, column] as const)));
  return names.map(name => {
    const column = byKey.get(headerText(name).key);
    if (!column || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
}

interface Draft {
  readonly heading: string;
  readonly index: number;
  readonly samples: readonly string[];
  readonly spec: PresetColumn | undefined;
  readonly column: Column;
  readonly reads: CellReading;
  readonly mapping: ColumnMapping;
  readonly personal: PersonalFinding | undefined;
}

function draft(
  asked: ColumnsAsked,
  heading: string,
  index: number,
  known: PresetColumn | undefined,
  currencyColumn: boolean,
): Draft {
  const values = asked.cells.map(row => row[index] ?? '');
  const header = headerText(heading);
  const inferred = inferColumn(heading, header, values, asked.format.decimalMark);
  const isSure = asked.match !== undefined && known?.words === undefined;
  const spec = known && (isSure || fits(known, inferred.reads, inferred.isEmpty)) ? known : undefined;
  const reads = spec ? readingOf(spec, inferred.reads, values) : inferred.reads;
  const isMeasure = reads === 'integer' || reads === 'decimal' || reads === 'duration';
  const isMoney = spec ? spec.money === true : isMeasure && MONEY.test(header.key);
  const fixed = header.currency ?? (currencyColumn || !isMoney ? undefined : asked.said.currency);
  const currency = spec?.currency ?? (isMeasure ? fixed : undefined);
  const scale = spec?.scale ?? (isMeasure ? header.scale : undefined);
  const isTime = reads === 'day' || reads === 'timestamp' || reads === 'period' || reads === 'day-offset';
  const dateFormat = spec?.format === undefined ? undefined : dateFormatIn(spec.format);
  const personal = isMeasure && !asked.match ? undefined : personalOf(heading, spec, values, isTime);
  const column: Column = {
    id: spec?.to ?? idOf(heading, personal),
    name: spec?.stage === undefined ? (spec?.name ?? { ja: heading, en: heading }) : STAGE_DAY,
    type: typeOf(reads),
    role: spec && spec.role !== 'time' && !isTime ? spec.role : isTime ? 'time' : isMeasure ? 'measure' : 'dimension',
    ...(currency ? { currency } : isMoney && currencyColumn ? { currencyColumn: 'currency' } : {}),
    ...((spec ? spec.notAdditive : isMeasure && (inferred.isRate || mayRepeat(asked.match)))
      ? { notAdditive: true as const }
      : {}),
  };
  return {
    heading,
    index,
    samples: values.filter(value => value !== '').slice(0, 3),
    spec,
    column,
    reads,
    mapping: {
      header: heading,
      to: column.id,
      reads,
      ...(scale ? { scale } : {}),
      ...(dateFormat ? { dateFormat } : {}),
      ...(column.id === 'currency' ? { isCurrency: true as const } : {}),
      ...(spec?.stage === undefined ? {} : { stage: spec.stage }),
    },
    personal,
  };
}

/** The id of a column that no preset names; what tells of people is called by what it tells, where the heading is not ASCII. */
function idOf(heading: string, personal: PersonalFinding | undefined): ColumnId {
  return personal && /[^\0-\x7f]/.test(heading) ? personal.kind : columnIdOf(heading);
}

/** Whether a number that the preset does not know may stand on several lines of one thing, so that its sum would be too large. */
function mayRepeat(match: PresetMatch | undefined): boolean {
  return match?.preset.columns.some(({ per }) => per !== undefined) ?? false;
}

const STAGE_DAY = { ja: '到達日', en: 'Reached on' } as const;

/** Headings of amounts of money. */
const MONEY =
  /売上|費用|金額|コスト|広告費|収益|報酬|単価|利益|粗利|原価|料$|代金|予算|客単価|cost|revenue|price|amount|spend|sales|profit|budget|fee$|value$|total$/;

/** Whether a column that means the same everywhere can be what its values are. */
function fits(known: PresetColumn, reads: CellReading, isEmpty: boolean): boolean {
  if (isEmpty) return true;
  switch (known.role) {
    case 'measure':
      return reads === 'decimal' || reads === 'integer';
    case 'time':
      return reads === 'day' || reads === 'period' || reads === 'timestamp';
    case 'dimension':
    case 'person':
      return reads === 'text' || reads === 'company';
  }
}

function readingOf(spec: PresetColumn, inferred: CellReading, values: readonly string[]): CellReading {
  switch (spec.written) {
    case 'day-offset':
      return 'day-offset';
    case 'duration':
      return 'duration';
    case 'company':
      return 'company';
    case 'month':
      return 'period';
    case 'period-end':
    case undefined:
      break;
  }
  switch (spec.type) {
    case 'date':
      return inferred === 'period' ? 'period' : 'day';
    case 'integer':
      return values.some(value => /\d[.,]\d{1,2}$/.test(value.trim())) ? 'decimal' : 'integer';
    case 'decimal':
    case 'boolean':
    case 'text':
    case 'timestamp':
      return spec.type;
  }
}

function typeOf(reads: CellReading): Column['type'] {
  switch (reads) {
    case 'integer':
    case 'decimal':
    case 'text':
    case 'boolean':
    case 'timestamp':
      return reads;
    case 'company':
      return 'text';
    case 'duration':
      return 'decimal';
    case 'day':
    case 'period':
    case 'day-offset':
      return 'date';
  }
}

function personalOf(
  heading: string,
  spec: PresetColumn | undefined,
  values: readonly string[],
  isTime: boolean,
): PersonalFinding | undefined {
  if (spec?.role === 'person' || spec?.personal === 'hash')
    return findPersonal(heading, []) ?? { kind: 'person-id', by: 'header', confidence: 'certain', proposal: 'hash' };
  const found = findPersonal(heading, isTime ? [] : values);
  return found?.by === 'values' && spec && spec.role !== 'dimension' ? undefined : found;
}

/** The column that identifies the person: a column the preset names so, else an id, a mail address, a phone number. */
function personKey(drafts: readonly Draft[], match: PresetMatch | undefined): Draft | undefined {
  const persons = match?.preset.columns.filter(({ role }) => role === 'person') ?? [];
  const named = persons.map(spec => drafts.find(made => made.spec === spec)).find(made => made !== undefined);
  if (named) return named;
  for (const kind of ['person-id', 'mail', 'phone'] as const) {
    const found = drafts.find(made => made.personal?.kind === kind);
    if (found) return found;
  }
  return undefined;
}

function decisionFor({ heading, spec, personal }: Draft, isKey: boolean, said: Said): PersonalDecision {
  const own = Object.hasOwn(said.personal ?? {}, heading) ? said.personal?.[heading] : undefined;
  return own ?? spec?.personal ?? (personal ? proposalFor(personal.kind, isKey) : 'keep');
}

/** An id that no other column has. */
function free(id: ColumnId, taken: ReadonlySet<ColumnId>): ColumnId {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) {
    if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
  }
}
