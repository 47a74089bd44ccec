import type { Column, ColumnId, Dataset } from '../dataset.ts';
import { columnIdOf } from './column-id.ts';
import { baseName, lastingName } from './file-name.ts';
import { headerText } from './header-text.ts';
import type { PresetMatch } from './match-preset.ts';
import type { PresetDataset } from './preset.ts';
import type { ColumnProposal } from './propose-columns.ts';
import type { RecogniseContext } from './recognise-context.ts';
import { STAGE_COLUMNS } from './table-mapping.ts';

/**
 * The dataset that the rows of a table go into. [ING-13]
 *
 * A preset names it. A table of no known source is an event when its rows are things that happened: with a moment or a day, and with a
 * person, a time of day or a number of their own; else it is an aggregate. Its id is made from the file's name, so that files of two
 * sources with the same columns do not take each other's place.
 */
export function proposeDataset(
  columns: readonly ColumnProposal[],
  match: PresetMatch | undefined,
  context: RecogniseContext,
): Dataset {
  const read = datasetColumns(columns);
  const time = columns.find(proposal => proposal.isTime)?.column?.id;
  const person = read.find(column => column.role === 'person')?.id;
  const kind = match?.preset.dataset.kind ?? (time !== undefined && isEvent(columns, person) ? 'event' : 'aggregate');
  const { id, name } = named(columns, match, context);
  if (kind === 'event' && time !== undefined) {
    return { kind, id, name, columns: read, time, ...(person === undefined ? {} : { person }) };
  }
  return {
    kind: 'aggregate',
    id,
    name,
    columns: read.map(column => (column.role === 'person' ? { ...column, role: 'dimension' } : column)),
  };
}

/** A list with a column per stage makes rows of stage and day, whatever the number of its columns. [ING-46] */
function datasetColumns(columns: readonly ColumnProposal[]): readonly Column[] {
  const read = columns.flatMap(proposal => (proposal.column ? [proposal.column] : []));
  if (!columns.some(({ mapping }) => mapping?.stage !== undefined)) return read;
  const day = read.findIndex(({ id }) => id === STAGE_COLUMNS.day);
  const distinct = read.filter(({ id }, place) => id !== STAGE_COLUMNS.day || place === day);
  return [...distinct, { id: STAGE_COLUMNS.stage, name: { ja: 'ステージ', en: 'Stage' }, type: 'text', role: 'dimension' }];
}

const THING_THAT_HAPPENED =
  /(?:order|invoice|transaction|lead|opportunity|deal|inquiry|ticket|booking|reservation)(?:id|no|number|code)$|(?:注文|受注|伝票|商談|案件|問い合わせ|予約|リード)(?:id|番号|no|コード)$/;

function isEvent(columns: readonly ColumnProposal[], person: ColumnId | undefined): boolean {
  const measures = columns.filter(proposal => proposal.role === 'measure').length;
  return (
    person !== undefined ||
    measures === 0 ||
    columns.some(
      ({ heading, reads }) => reads === 'timestamp' || (reads === 'text' && THING_THAT_HAPPENED.test(headerText(heading).key)),
    )
  );
}

function named(
  columns: readonly ColumnProposal[],
  match: PresetMatch | undefined,
  context: RecogniseContext,
): Pick<Dataset, 'id' | 'name'> {
  const { dataset } = context.said;
  const base = match ? ofPreset(match.preset.dataset, columns) : generic(context);
  return dataset ? { id: dataset.id, name: dataset.name ?? base.name } : base;
}

/** Named after the file, and after the sheet or entry when that has a name of its own. */
function generic({ fileName, table }: RecogniseContext): Pick<Dataset, 'id' | 'name'> {
  const name = [baseName(fileName), baseName(table.part)].filter(part => part !== '').join(' ');
  const lasting = lastingName([fileName, table.part]);
  return {
    id: lasting === '' ? 'data' : columnIdOf(lasting),
    name: { ja: name === '' ? 'データ' : name, en: name === '' ? 'Data' : name },
  };
}

function ofPreset(preset: PresetDataset, columns: readonly ColumnProposal[]): Pick<Dataset, 'id' | 'name'> {
  const parts = preset.byFirstColumn ? dimensionsOf(columns) : grainOf(preset, columns);
  if (parts.length === 0) return { id: preset.id, name: preset.name };
  return {
    id: `${preset.id}-by-${parts.map(column => column.id).join('-')}`,
    name: {
      ja: `${preset.name.ja}（${parts.map(column => column.name.ja.replace(/名$/, '')).join('・')}別）`,
      en: `${preset.name.en} by ${parts.map(column => column.name.en.toLowerCase()).join(' and ')}`,
    },
  };
}

/** All dimensions, or else the time. */
function dimensionsOf(columns: readonly ColumnProposal[]): readonly Column[] {
  const ofRole = (role: Column['role']) => columns.flatMap(({ column }) => (column?.role === role ? [column] : []));
  const dimensions = ofRole('dimension').filter(column => column.id !== 'currency');
  return dimensions.length > 0 ? dimensions : ofRole('time').slice(0, 1);
}

function grainOf({ grain = [], breakdowns = [] }: PresetDataset, columns: readonly ColumnProposal[]): readonly Column[] {
  const byId = new Map(columns.flatMap(({ column }) => (column ? [[column.id, column] as const] : [])));
  const finest = grain.flatMap(id => byId.get(id) ?? []).slice(-1);
  return [...finest, ...breakdowns.flatMap(id => byId.get(id) ?? [])];
}
