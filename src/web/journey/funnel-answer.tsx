import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { FunnelRow } from '#core/journey/funnel-question.ts';
import { type FunnelStep, funnelFigures, funnelWith } from '#core/journey/value/funnel-figures.ts';
import type { Happening } from '#core/journey/value/step-text.ts';
import { wilson } from '#core/journey/value/wilson.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { CartHint } from './cart-hint.tsx';
import { CsvButton } from './csv-button.tsx';
import { FunnelPicture } from './funnel-picture.tsx';
import { FunnelWhatIf } from './funnel-what-if.tsx';
import { useHappenings } from './happenings.ts';
import { PictureButton } from './picture-button.tsx';
import { useMeasures } from './use-measures.ts';

export interface FunnelAnswerProps {
  readonly contents: JourneyContentsAnswer;
  readonly steps: readonly Happening[];
  readonly whole: FunnelRow;
  readonly parts: readonly FunnelRow[];
  readonly by: string | undefined;
  /** Of one person at the last step, in the currency's main unit. */
  readonly worth: number | undefined;
  readonly window: number;
}

type Row = FunnelStep & { readonly index: number; readonly name: string };

/** The answer in one sentence, the picture, the table, what a better step would bring, and the parts. */
export function FunnelAnswerView({ contents, steps, whole, parts, by, worth, window }: FunnelAnswerProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const { shortOf } = useHappenings(contents);
  const drawing = useRef<SVGSVGElement>(null);
  const { steps: figures, largestLoss } = funnelFigures(whole.reached);
  const rows: readonly Row[] = figures.map((step, index) => ({ ...step, index, name: shortOf(steps[index] ?? { event: '' }) }));
  const [first, last] = [rows[0], rows.at(-1)];
  const worst = largestLoss === undefined ? undefined : rows[largestLoss];
  const money = ({ index, lost }: Row) =>
    worth === undefined || index === 0
      ? ''
      : measures.money(lost * onwardRate(whole.reached, index) * worth * 10 ** contents.valueDigits);
  const time = (index: number, of: 'median' | 'p90') => {
    const found = index === 0 ? null : whole.times[index - 1];
    return found ? measures.span(found[of]) : '';
  };
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: t('steps'), isName: true, cell: row => row.name, text: row => row.name },
    { key: 'people', head: t('people'), end: true, cell: row => measures.people(row.people), text: row => String(row.people) },
    number('before', t('ofBefore'), row => (row.index === 0 ? '' : measures.share(row.ofBefore))),
    number('first', t('ofFirst'), row => measures.share(row.ofFirst)),
    number('lost', t('lost'), row => (row.index === 0 ? '' : measures.people(row.lost))),
    ...(worth === undefined ? [] : [number('money', t('lostMoney'), money)]),
    number('median', t('median'), row => time(row.index, 'median')),
    number('p90', t('p90'), row => time(row.index, 'p90')),
  ];
  const sentence = !first?.people
    ? t('leavingNobody')
    : worst && last
      ? t('leavingSentence', {
          first: measures.people(first.people),
          last: measures.people(last.people),
          share: measures.share(last.ofFirst),
          from: rows[worst.index - 1]?.name ?? '',
          to: worst.name,
          lost: measures.people(worst.lost),
          lostShare: measures.share(worst.ofBefore === null ? null : 1 - worst.ofBefore),
        })
      : t('leavingAll', { first: measures.people(first.people) });
  const [low, high] = wilson(last?.people ?? 0, first?.people ?? 0);
  return (
    <>
      <AnswerCard
        sentence={sentence}
        basis={
          first?.people
            ? [
                t('sure', { low: measures.share(low), high: measures.share(high) }),
                `${t('window')} ${measures.days(window)}`,
                ...(worst && worth !== undefined ? [`${t('lostMoney')} ${money(worst)}（${t('lostMoneyNote')}）`] : []),
              ]
            : []
        }
      />
      <Section title={t('picture')} tools={<PictureButton name="funnel" drawing={drawing} />}>
        <FunnelPicture ref={drawing} rows={rows} worst={worst?.index} people={measures.people} share={measures.share} />
      </Section>
      <TableSection
        title={t('funnelTable')}
        label={t('funnelTable')}
        tools={<CsvButton name="funnel" columns={columns} rows={rows} />}
        columns={columns}
        rows={rows}
        rowKey={row => String(row.index)}
        isStrong={row => row.index === worst?.index}
      />
      {rows.length > 1 && (
        <FunnelWhatIf rows={rows} reached={whole.reached} worst={worst?.index} worth={worth} contents={contents} />
      )}
      {by !== undefined && parts.length > 0 && (
        <Parts contents={contents} parts={parts} by={by} names={rows.map(({ name }) => name)} />
      )}
      <CartHint rows={rows} />
    </>
  );

  function number(key: string, head: string, text: (row: Row) => string): Column<Row> {
    return { key, head, end: true, cell: text, text };
  }
}

/** Share of those at a step that get to the end. */
function onwardRate(reached: readonly number[], step: number): number {
  const before = reached[step - 1] ?? 0;
  const perShare = before > 0 ? funnelWith(reached, step, 1) : undefined;
  return perShare === undefined ? 0 : perShare / before;
}

function Parts({
  contents,
  parts,
  by,
  names,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly parts: readonly FunnelRow[];
  readonly by: string;
  readonly names: readonly string[];
}) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const measures = useMeasures(contents);
  const dimension = say(contents.dimensions.find(({ id }) => id === by)?.label) || by;
  const shown = parts.slice(0, 20);
  const columns: readonly Column<FunnelRow>[] = [
    {
      key: 'value',
      head: dimension,
      isName: true,
      cell: ({ value }) => value ?? t('notGiven'),
      text: ({ value }) => value ?? '',
    },
    ...names.map(
      (name, index): Column<FunnelRow> => ({
        key: `step ${index}`,
        head: name,
        end: true,
        cell: ({ reached }) => measures.people(reached[index] ?? 0),
        text: ({ reached }) => String(reached[index] ?? 0),
      }),
    ),
    {
      key: 'overall',
      head: t('overall'),
      end: true,
      cell: row => <b>{overall(row)}</b>,
      text: overall,
    },
    {
      key: 'sure',
      head: t('interval'),
      end: true,
      cell: range,
      text: range,
    },
  ];
  function overall({ reached }: FunnelRow): string {
    return measures.share((reached[0] ?? 0) > 0 ? (reached.at(-1) ?? 0) / (reached[0] ?? 1) : null);
  }
  function range({ reached }: FunnelRow): string {
    const [low, high] = wilson(reached.at(-1) ?? 0, reached[0] ?? 0);
    return t('span', { low: measures.share(low), high: measures.share(high) });
  }
  return (
    <TableSection
      title={t('breakdown', { dimension })}
      note={t('breakdownNote')}
      label={t('breakdown', { dimension })}
      tools={<CsvButton name="funnel-by" columns={columns} rows={shown} />}
      columns={columns}
      rows={shown}
      rowKey={row => row.value ?? ''}
      sticky
    />
  );
}
