import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import type { InspectedTable, UploadView } from '#contract/upload.ts';
import { columnIdOf } from '#core/measure/recognise/column-id.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import style from './choices.module.css';
import type { InspectedColumn } from './column-words.ts';
import { MappingColumns } from './mapping-columns.tsx';
import { type ColumnRole, idFrom, type MappedColumn, mappingText } from './mapping-text.ts';
import { previewLabels } from './preview-labels.ts';
import { ProblemList } from './problem-list.tsx';
import { useReading } from './use-reading.ts';

const NEW = '';

/** Says what the columns of a file are; stored as the workspace's own mapping, and the file is read by it. */
export function MappingDialog({
  upload,
  table,
  onClose,
}: {
  readonly upload: UploadView;
  readonly table: InspectedTable;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { currency: house } = useWorkspace();
  const reading = useReading(upload);
  const put = useAction('putMapping', { refresh: false });
  const asked = useAnswer('datasets', {});
  const datasets = asked.data?.datasets ?? [];
  const [name, setName] = useState(say(table.dataset.name));
  const [dataset, setDataset] = useState(table.dataset.exists ? table.dataset.id : NEW);
  const [newId, setNewId] = useState(table.dataset.id);
  const [kind, setKind] = useState(table.dataset.kind);
  const [replaces, setReplaces] = useState(table.replaces);
  const [currency, setCurrency] = useState(currencyOf(table) ?? house);
  const [columns, setColumns] = useState<readonly MappedColumn[]>(() =>
    table.columns.filter(({ heading }) => heading !== '').map(mapped),
  );
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const [showsIds, setShowsIds] = useState(false);
  const target = datasets.find(one => one.dataset === dataset);
  const used = columns.filter(({ role }) => role !== 'off');
  const noTime = (target?.kind ?? kind) === 'event' && !used.some(({ role }) => role === 'day' || role === 'moment');
  const save = async () => {
    if (noTime) return;
    const id = idFrom(name, `map-${dataset || newId}`.slice(0, 60));
    const text = mappingText({
      id,
      name,
      dataset: dataset || newId,
      kind: target?.kind ?? kind,
      replaces,
      currency: currency.trim().toUpperCase(),
      columns,
    });
    const stored = await put.run({ body: { text } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      setShowsIds(true);
      return [];
    };
    if (!succeeded(stored, { onProblems, toast: { kind: 'good', text: previewLabels.mappingSaved } })) return;
    if (await reading.say({ preset: id, dataset: undefined, personal: undefined })) onClose();
  };
  return (
    <Dialog
      wide
      title={t('mappingTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={put.busy || reading.busy} onClick={() => void save()}>
            {t('mappingSave')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <p className="mut">{t('mappingText')}</p>
        {problems.length > 0 && <ProblemList problems={problems} />}
        <div className={style.three}>
          <Field label={t('mappingName')} required>
            {control => <TextInput {...control} value={name} onChange={event => setName(event.target.value)} />}
          </Field>
          <Field label={t('dataset')}>
            {control => (
              <Select
                {...control}
                value={dataset}
                options={[
                  { value: NEW, label: t('datasetNew') },
                  ...datasets.map(one => ({ value: one.dataset, label: say(one.name) })),
                ]}
                onChange={event => setDataset(event.target.value)}
              />
            )}
          </Field>
          {dataset === NEW && showsIds && (
            <Field label={t('datasetId')} required>
              {control => <TextInput {...control} value={newId} onChange={event => setNewId(event.target.value)} />}
            </Field>
          )}
          <Field label={t('currency')}>
            {control => (
              <TextInput {...control} maxLength={3} value={currency} onChange={event => setCurrency(event.target.value)} />
            )}
          </Field>
        </div>
        <div className={style.three}>
          {!target && (
            <Choice label={t('mappingKind')}>
              <Segmented
                label={t('mappingKind')}
                value={kind}
                options={[
                  { value: 'aggregate', label: t('mappingAggregate') },
                  { value: 'event', label: t('mappingEvent') },
                ]}
                onChange={setKind}
              />
            </Choice>
          )}
          <Choice label={t('mappingAgain')}>
            <Segmented
              label={t('mappingAgain')}
              value={replaces}
              options={[
                { value: 'period', label: t('mappingReplace') },
                { value: 'nothing', label: t('mappingAdd') },
              ]}
              onChange={setReplaces}
            />
          </Choice>
        </div>
        {noTime && <p className="bad">■ {t('mappingNoTime')}</p>}
        <MappingColumns columns={columns} table={table} target={target?.columns} showsIds={showsIds} onChange={setColumns} />
        {!target && (
          <Checkbox checked={showsIds} onChange={event => setShowsIds(event.target.checked)}>
            {t('mappingIds')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className={style.label} aria-hidden="true">
        {label}
      </p>
      {children}
    </div>
  );
}

function currencyOf({ columns }: InspectedTable): string | undefined {
  return columns.find(({ column }) => column?.currency !== undefined)?.column?.currency;
}

function mapped({ heading, column, reads, personal }: InspectedColumn): MappedColumn {
  return {
    heading,
    role: roleOf({ column, personal, reads }),
    to: column?.id ?? columnIdOf(heading),
    isPeriod: reads === 'period',
    decision: personal?.decision === 'drop' ? undefined : personal?.decision,
  };
}

function roleOf({ column, personal }: Pick<InspectedColumn, 'column' | 'personal' | 'reads'>): ColumnRole {
  if (!column) return 'off';
  if (column.role === 'person' || personal?.decision === 'hash') return 'person';
  if (column.role === 'time') return column.type === 'timestamp' ? 'moment' : 'day';
  if (column.role === 'dimension') return 'text';
  if (column.notAdditive) return 'rate';
  return column.currency === undefined ? 'number' : 'money';
}
