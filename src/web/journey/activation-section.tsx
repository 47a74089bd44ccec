import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { type ActivationRow, activationTable, clearestThreshold } from '#core/journey/activation-table.ts';
import { activationText } from '#core/journey/activation-text.ts';
import { pointsText } from '#core/journey/journey-words.ts';
import { filterOf, type Happening, happeningText, parseHappening } from '#core/journey/value/step-text.ts';
import { sameText } from '#core/text/text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { CsvButton } from './csv-button.tsx';
import { useHappenings } from './happenings.ts';
import own from './journey.module.css';
import { dayStart, daysIn, daysToChoose, WINDOWS } from './periods.ts';
import { useJourney } from './use-journey.ts';
import { useMeasures } from './use-measures.ts';
import type { ReturningSearch } from './use-returning.ts';

const DAY = 86_400_000;
const THRESHOLDS = [1, 2, 3, 4, 5] as const;

/** Whether those who did something early came back more than the others. [JNY-16] */
export function ActivationSection({
  contents,
  began,
  back,
  search,
  when,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly began: Happening;
  readonly back: Happening;
  readonly search: ReturningSearch;
  /** Asked only while true. */
  readonly when: boolean;
}) {
  const { t } = useTranslation('way');
  const { t: journey } = useTranslation('journey');
  const say = useSay();
  const measures = useMeasures(contents);
  const navigate = useNavigate();
  const { optionsFor, labelOf, shortOf } = useHappenings(contents);
  const did = parseHappening(search.did ?? '') ?? began;
  const within = daysIn(search.early, 30);
  const until = daysIn(search.until, 180);
  const { answer, error } = useJourney(
    {
      ask: 'activation',
      born: filterOf(began),
      did: filterOf(did),
      within: within * DAY,
      outcome: filterOf(back),
      until: until * DAY,
      asOf: dayStart(contents.today),
      atLeast: THRESHOLDS,
    },
    when,
  );
  const set = (change: Readonly<Record<string, string>>) =>
    void navigate({
      to: '/analysis/returning',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const days = (value: number) => ({ value: String(value), label: journey('days', { count: value }) });
  const table = answer ? activationTable(answer) : [];
  const rows = table.filter(({ did: side, didNot }) => side.people > 0 && didNot.people > 0);
  const spoken = clearestThreshold(rows) ?? rows[0];
  const side = (key: string, head: string, text: (row: ActivationRow) => string): Column<ActivationRow> => ({
    key,
    head,
    end: true,
    cell: text,
    text,
  });
  const rate = ({ people, outcome }: ActivationRow['did']) => measures.share(people > 0 ? outcome / people : null);
  const name = ({ atLeast }: ActivationRow) => t('atLeast', { count: atLeast });
  const columns: readonly Column<ActivationRow>[] = [
    { key: 'times', head: t('times'), isName: true, cell: name, text: name },
    side('did', t('peopleDid'), row => measures.people(row.did.people)),
    side('rateDid', t('rateDid'), row => rate(row.did)),
    side('didNot', t('peopleDidNot'), row => measures.people(row.didNot.people)),
    side('rateDidNot', t('rateDidNot'), row => rate(row.didNot)),
    side('difference', t('difference'), ({ effect }) =>
      effect === 'too-few' ? t('tooFew') : pointsText(effect.difference, measures.figures.lang),
    ),
    side('ratio', t('ratio'), ({ effect }) =>
      effect === 'too-few' || effect.ratio === null ? '–' : `×${measures.count(effect.ratio, 1)}`,
    ),
  ];
  return (
    <Section title={t('activation')} note={t('activationNote')} tools={<CsvButton name="early" columns={columns} rows={rows} />}>
      <div className={style.choices}>
        <Field label={t('did')}>
          {control => (
            <Select
              {...control}
              value={happeningText(did)}
              options={optionsFor(did)}
              onChange={event => set({ did: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('within')}>
          {control => (
            <Select
              {...control}
              value={String(within)}
              options={daysToChoose(
                WINDOWS.filter(value => value < until),
                within,
              ).map(days)}
              onChange={event => set({ early: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('until')}>
          {control => (
            <Select
              {...control}
              value={String(until)}
              options={daysToChoose(
                WINDOWS.filter(value => value > within),
                until,
              ).map(days)}
              onChange={event => set({ until: event.target.value })}
            />
          )}
        </Field>
      </div>
      {error && <ErrorState small error={error} />}
      {spoken && answer && (
        <>
          <p className={own.outcome}>
            {say(
              activationText(spoken, {
                did: sameText(shortOf(did)),
                outcome: sameText(shortOf(back)),
                within: within * DAY,
              }),
            )}{' '}
            {t('outcome', { name: labelOf(back), within: measures.days(within), until: measures.days(until) })}
            {answer.immature > 0 && ` · ${t('immature', { people: measures.people(answer.immature) })}`}
          </p>
          <DataTable
            label={t('activation')}
            columns={columns}
            rows={rows}
            rowKey={({ atLeast }) => String(atLeast)}
            isStrong={row => row === spoken && row.effect !== 'too-few'}
            sticky
          />
        </>
      )}
    </Section>
  );
}
