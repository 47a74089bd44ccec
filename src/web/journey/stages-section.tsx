import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { type StageTableRow, stageTable } from '#core/journey/stage-table.ts';
import { stageText } from '#core/journey/stage-text.ts';
import { stageEnds, stageOrder } from '#core/journey/value/stage-steps.ts';
import { filterOf, type Happening } from '#core/journey/value/step-text.ts';
import { sameText } from '#core/text/text.ts';
import style from '../analyse/analyse.module.css';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { CsvButton } from './csv-button.tsx';
import { useHappenings } from './happenings.ts';
import { dayStart } from './periods.ts';
import { useJourney } from './use-journey.ts';
import { useMeasures } from './use-measures.ts';

type Row = StageTableRow & { readonly name: string; readonly place: number };

/** The steps as stages: who is where now, for how long, with what value. [JNY-14] */
export function StagesSection({
  contents,
  steps,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly steps: readonly Happening[];
}) {
  const { t } = useTranslation('way');
  const say = useSay();
  const measures = useMeasures(contents);
  const { shortOf } = useHappenings(contents);
  const ends = endsOf(contents, steps);
  const isStaged = ends.length > 0 || stageOrder(valuesOf(contents, steps[0])).length > 0;
  const asked = useJourney(
    {
      ask: 'stages',
      stages: steps.map(filterOf),
      ...(ends.length > 0 ? { ends: ends.map(filterOf) } : {}),
      asOf: dayStart(contents.today),
    },
    isStaged,
  );
  if (!isStaged || asked.answer?.stages.length !== steps.length) return null;
  const table = stageTable(asked.answer);
  const rows: readonly Row[] = table.stages.map((stage, place) => ({
    ...stage,
    place,
    name: shortOf(steps[place] ?? { event: '' }),
  }));
  const hasValue = rows.some(({ value }) => value !== 0);
  const column = (key: string, head: string, text: (row: Row) => string): Column<Row> => ({
    key,
    head,
    end: true,
    cell: text,
    text,
  });
  const columns: readonly Column<Row>[] = [
    { key: 'stage', head: t('stage'), isName: true, cell: ({ name }) => name, text: ({ name }) => name },
    column('reached', t('reached'), ({ reached }) => measures.people(reached)),
    column('here', t('here'), ({ here }) => measures.people(here)),
    column('median', t('ageMedian'), ({ age }) => (age ? measures.span(age.median) : '')),
    column('p90', t('ageMost'), ({ age }) => (age ? measures.span(age.p90) : '')),
    column('oldest', t('oldest'), ({ age }) => (age ? measures.span(age.oldest) : '')),
    ...(hasValue ? [column('value', t('value'), ({ value }) => measures.money(value))] : []),
  ];
  return (
    <TableSection
      title={t('stages')}
      note={t('stagesNote')}
      label={t('stages')}
      tools={<CsvButton name="stages" columns={columns} rows={rows} />}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => String(place)}
      isStrong={({ place }) => place === table.fullest}
      sticky
    >
      <p className={style.note}>
        {say(
          stageText(
            { ...table, open: { ...table.open, value: 0 } },
            rows.map(({ name }) => sameText(name)),
          ),
        )}{' '}
        {ends.length > 0 && t('stagesEnds', { ends: ends.map(shortOf).join(say({ ja: '、', en: ', ' })) })}
      </p>
    </TableSection>
  );
}

/** What ends the way, of the columns that the steps themselves are values of. */
function endsOf(contents: JourneyContentsAnswer, steps: readonly Happening[]): readonly Happening[] {
  const columns = new Map(
    steps.flatMap(({ event, dimension }) => (dimension ? [[`${event} ${dimension}`, { event, dimension }]] : [])),
  );
  return [...columns.values()].flatMap(({ event, dimension }) => {
    const own = steps.flatMap(step => (step.event === event && step.dimension === dimension ? (step.value ?? []) : []));
    return stageEnds(valuesOf(contents, { dimension }), own).map(value => ({ event, dimension, value }));
  });
}

function valuesOf({ dimensions }: JourneyContentsAnswer, step: Pick<Happening, 'dimension'> | undefined) {
  return dimensions.find(({ id }) => id === step?.dimension)?.values ?? [];
}
