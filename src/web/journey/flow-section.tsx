import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { flowText } from '#core/journey/flow-text.ts';
import { filterOf, type Happening } from '#core/journey/value/step-text.ts';
import { sameText } from '#core/text/text.ts';
import style from '../analyse/analyse.module.css';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { CsvButton } from './csv-button.tsx';
import { useHappenings } from './happenings.ts';
import own from './journey.module.css';
import { useJourney } from './use-journey.ts';
import { useMeasures } from './use-measures.ts';

const DAY = 86_400_000;
const SHOWN = 10;

interface Row {
  readonly key: string;
  readonly path: string;
  readonly people: number;
}

/** What people did after one of the steps: the most frequent ways. [JNY-15] */
export function FlowSection({
  contents,
  steps,
  window,
  worst,
  when,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly steps: readonly Happening[];
  /** Days. */
  readonly window: number;
  /** Place of the step before which most are lost. */
  readonly worst: number | undefined;
  /** Asked only while true. */
  readonly when: boolean;
}) {
  const { t } = useTranslation('way');
  const say = useSay();
  const measures = useMeasures(contents);
  const { shortOf } = useHappenings(contents);
  const [chosen, setChosen] = useState<number>();
  const place = Math.min(chosen ?? Math.max(0, (worst ?? 1) - 1), steps.length - 1);
  const start = steps[place] ?? { event: contents.names[0]?.name ?? '' };
  const { answer } = useJourney(
    {
      ask: 'flow',
      start: filterOf(start),
      direction: 'after',
      through: start.dimension === undefined ? {} : { events: [start.event] },
      by: start.dimension === undefined ? { event: true } : { dimension: start.dimension },
      length: 3,
      window: window * DAY,
    },
    when,
  );
  if (!answer) return null;
  const nameOf = (step: string | null) =>
    start.dimension === undefined && step !== null
      ? say(contents.names.find(({ name }) => name === step)?.label) || step
      : (step ?? say({ ja: '（記録なし）', en: '(not given)' }));
  const named = { ...answer, sequences: answer.sequences.map(one => ({ ...one, steps: one.steps.map(nameOf) })) };
  const shown = named.sequences.slice(0, SHOWN).map(
    ({ steps: path, people }): Row => ({
      key: path.join(' → '),
      path: path.length === 0 ? t('nothing') : path.join(' → '),
      people,
    }),
  );
  const rest = answer.people - shown.reduce((sum, { people }) => sum + people, 0);
  const rows = rest > 0 ? [...shown, { key: 'others', path: t('otherPaths'), people: rest }] : shown;
  const share = ({ people }: Row) => measures.share(answer.people > 0 ? people / answer.people : null);
  const columns: readonly Column<Row>[] = [
    { key: 'path', head: t('path'), isName: true, cell: ({ path }) => path, text: ({ path }) => path },
    {
      key: 'people',
      head: t('people'),
      end: true,
      cell: ({ people }) => measures.people(people),
      text: ({ people }) => String(people),
    },
    { key: 'share', head: t('share'), end: true, cell: share, text: share },
  ];
  return (
    <TableSection
      title={t('flow')}
      note={t('flowNote')}
      label={t('flow')}
      tools={
        <>
          <Select
            small
            className={own.pick}
            aria-label={t('flowFrom')}
            value={String(place)}
            options={steps.map((step, index) => ({ value: String(index), label: shortOf(step) }))}
            onChange={event => setChosen(Number(event.target.value))}
          />
          <CsvButton name="flow" columns={columns} rows={rows} />
        </>
      }
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    >
      <p className={style.note}>{say(flowText(named, sameText(shortOf(start)), 'after'))}</p>
    </TableSection>
  );
}
