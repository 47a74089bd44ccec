import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectedTable, UploadView } from '#contract/upload.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './preview.module.css';

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Windows-1252',
};

const DELIMITERS = {
  ',': 'delimiterComma',
  '\t': 'delimiterTab',
  ';': 'delimiterSemicolon',
  '|': 'delimiterBar',
} as const;

export function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

export interface PreviewFactsProps {
  readonly table: InspectedTable;
  readonly container: NonNullable<UploadView['inspection']>['container'];
  readonly onChoose: () => void;
  readonly onMap: () => void;
}

/** What a table was taken for, and where its rows go. */
export function PreviewFacts({ table, container, onChoose, onMap }: PreviewFactsProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const { recognised, dataset, period, encoding, delimiter, headerLine, scope, notes, rows } = table;
  const known = Object.entries(DELIMITERS).find(([sign]) => sign === delimiter)?.[1];
  const wide = recognised.kind === 'generic' && recognised.id === 'wide';
  const how = [
    container === 'excel' ? t('workbook') : encoding && encodingName(encoding),
    known && t(known),
    t('headerAt', { line: headerLine }),
  ].filter(Boolean);
  return (
    <Section
      title={t('whatItIs')}
      tools={
        <>
          {!wide && (
            <Button small onClick={onMap}>
              {t('mappingOpen')}
            </Button>
          )}
          <Button small onClick={onChoose}>
            {t('changeReading')}
          </Button>
        </>
      }
    >
      {recognised.kind === 'generic' && !wide && <p className={style.unknown}>{t('mappingUnknown')}</p>}
      <dl className={style.facts}>
        <Fact name={t('knownFormat')}>
          <b>{recognised.kind === 'generic' && !wide ? t('genericFormat') : say(recognised.name)}</b>
          {recognised.kind === 'mapping' && (
            <>
              <Tag>{t('ownMapping')}</Tag>
              <small>
                <Link to="/data/definitions" search={{ mapping: recognised.id }}>
                  {t('previewMappingText')}
                </Link>
              </small>
            </>
          )}
        </Fact>
        <Fact name={t('intoDataset')}>
          <b>{say(dataset.name)}</b> <Tag>{t(dataset.exists ? 'existingDataset' : 'newDataset')}</Tag>
          <small>{t(dataset.kind === 'event' ? 'kindEvent' : 'kindAggregate')}</small>
        </Fact>
        <Fact name={t('period')}>
          {period ? <b>{formatDayRange(period, figures.lang)}</b> : <span className="bad">■ {t('periodUnknown')}</span>}
        </Fact>
        <Fact name={t('rows')}>
          <b className="num">{t('rowCount', { count: rows, rows: figures.value(rows, COUNT) })}</b>
        </Fact>
        <Fact name={t('written')}>{how.join(figures.lang === 'ja' ? '・' : ', ')}</Fact>
        {scope !== '' && <Fact name={t('scope')}>{scope}</Fact>}
        {notes.length > 0 && (
          <Fact name={t('notesBefore')} wide>
            <ul className={style.notes}>
              {notes.map((note, place) => (
                <li key={place}>{note}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

export const COUNT = { unit: { kind: 'count' }, counter: null } as const;

function Fact({ name, wide, children }: { readonly name: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={wide ? style.wideFact : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
