import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import type { ImportChoices, InspectedTable, UploadView } from '#contract/upload.ts';
import type { Day } from '#core/calendar/day.ts';
import { PRESETS } from '#core/measure/recognise/presets/all-presets.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './choices.module.css';
import { encodingName } from './preview-facts.tsx';
import { useReading } from './use-reading.ts';

const ENCODINGS = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const DELIMITERS = [',', '\t', ';', '|'] as const;
const DELIMITER_WORDS = {
  ',': 'delimiterComma',
  '\t': 'delimiterTab',
  ';': 'delimiterSemicolon',
  '|': 'delimiterBar',
} as const;
const DATES = { ymd: 'dateYmd', mdy: 'dateMdy', dmy: 'dateDmy' } as const;
const MARKS = { point: 'markPoint', comma: 'markComma' } as const;

/** What the reader knows better than the file shows. */
export function ChoicesDialog({
  upload,
  table,
  onClose,
}: {
  readonly upload: UploadView;
  readonly table: InspectedTable | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { today } = useWorkspace();
  const reading = useReading(upload);
  const { choices } = upload;
  const formats = useFormats(table);
  const datasets = useAnswer('datasets', {});
  const [preset, setPreset] = useState(choices.preset ?? '');
  const [dataset, setDataset] = useState(choices.dataset?.id ?? '');
  const [encoding, setEncoding] = useState<string>(choices.encoding ?? '');
  const [delimiter, setDelimiter] = useState<string>(choices.delimiter ?? '');
  const [dates, setDates] = useState<string>(choices.dateFormat ?? '');
  const [mark, setMark] = useState<string>(choices.decimalMark ?? '');
  const [currency, setCurrency] = useState(choices.currency ?? '');
  const [from, setFrom] = useState<Day | null>(choices.period?.from ?? null);
  const [until, setUntil] = useState<Day | null>(choices.period?.to ?? null);
  const [skip, setSkip] = useState(choices.skipBadRows ?? false);
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const of = fieldProblems(problems, say);
  const auto = { value: '', label: t('auto') };
  const isText = table === undefined || table.encoding !== null;
  const change: { readonly [K in keyof ImportChoices]?: ImportChoices[K] | undefined } = {
    preset: preset || undefined,
    dataset: dataset === '' ? undefined : { id: dataset },
    encoding: ENCODINGS.find(one => one === encoding),
    delimiter: DELIMITERS.find(one => one === delimiter),
    dateFormat: dates === 'ymd' || dates === 'mdy' || dates === 'dmy' ? dates : undefined,
    decimalMark: mark === 'point' || mark === 'comma' ? mark : undefined,
    currency: currency.trim() === '' ? undefined : currency.trim().toUpperCase(),
    period: from && until ? { from, to: until } : undefined,
    skipBadRows: skip || undefined,
  };
  const apply = async () => {
    const done = await reading.say(change, found => {
      setProblems(found);
      return found;
    });
    if (done) onClose();
  };
  return (
    <Dialog
      wide
      title={t('choicesTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={reading.busy} onClick={() => void apply()}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <form
        className={style.form}
        onSubmit={event => {
          event.preventDefault();
          void apply();
        }}
      >
        <p className="mut">{t('choicesText')}</p>
        <div className={style.two}>
          <Field label={t('format')} problem={of('preset')}>
            {control => (
              <Select
                {...control}
                value={preset}
                options={[auto, ...formats]}
                onChange={event => setPreset(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('dataset')} problem={of('dataset')}>
            {control => (
              <Select
                {...control}
                value={dataset}
                options={[auto, ...(datasets.data?.datasets ?? []).map(one => ({ value: one.dataset, label: say(one.name) }))]}
                onChange={event => setDataset(event.target.value)}
              />
            )}
          </Field>
          <DateField
            label={t('from')}
            value={from}
            today={today}
            onChange={setFrom}
            problem={of('period')}
            hint={t('periodHint')}
          />
          <DateField label={t('until')} value={until} today={today} onChange={setUntil} />
          <Field label={t('dateOrder')} problem={of('dateFormat')}>
            {control => (
              <Select
                {...control}
                value={dates}
                options={[auto, ...Object.entries(DATES).map(([value, word]) => ({ value, label: t(word) }))]}
                onChange={event => setDates(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('decimalMark')} problem={of('decimalMark')}>
            {control => (
              <Select
                {...control}
                value={mark}
                options={[auto, ...Object.entries(MARKS).map(([value, word]) => ({ value, label: t(word) }))]}
                onChange={event => setMark(event.target.value)}
              />
            )}
          </Field>
          {isText && (
            <>
              <Field label={t('encoding')} problem={of('encoding')}>
                {control => (
                  <Select
                    {...control}
                    value={encoding}
                    options={[auto, ...ENCODINGS.map(value => ({ value, label: encodingName(value) }))]}
                    onChange={event => setEncoding(event.target.value)}
                  />
                )}
              </Field>
              <Field label={t('delimiter')} problem={of('delimiter')}>
                {control => (
                  <Select
                    {...control}
                    value={delimiter}
                    options={[auto, ...DELIMITERS.map(value => ({ value, label: t(DELIMITER_WORDS[value]) }))]}
                    onChange={event => setDelimiter(event.target.value)}
                  />
                )}
              </Field>
            </>
          )}
          <Field label={t('currency')} hint={t('currencyHint')} problem={of('currency')}>
            {control => (
              <TextInput
                {...control}
                maxLength={3}
                autoComplete="off"
                value={currency}
                onChange={event => setCurrency(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Checkbox checked={skip} onChange={event => setSkip(event.target.checked)}>
          {t('skipBadRows')}
        </Checkbox>
      </form>
    </Dialog>
  );
}

/** Formats that a file may be said to have: own mappings first, then the product's, then none. */
function useFormats(table: InspectedTable | undefined) {
  const { t } = useTranslation('data');
  const say = useSay();
  const mappings = useAnswer('mappings', {});
  const datasets = useAnswer('datasets', {});
  const own = (mappings.data?.mappings ?? []).map(({ name }) => ({ value: name, label: `${name}（${t('ownMapping')}）` }));
  const asDatasets = (datasets.data?.datasets ?? [])
    .filter(({ dataset, defined }) => defined && table?.recognised.alternatives.includes(`dataset-${dataset}`))
    .map(({ dataset, name }) => ({ value: `dataset-${dataset}`, label: say(name) }));
  return [
    ...own,
    ...asDatasets,
    ...PRESETS.map(({ id, name }) => ({ value: id, label: say(name) })),
    { value: 'generic', label: t('noFormat') },
  ];
}
