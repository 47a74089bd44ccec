import { useTranslation } from 'react-i18next';
import type { BudgetStandingReport } from '#contract/budget.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Stands } from '../app/standing-page.tsx';
import { AchievementBar } from '../ui/achievement-bar.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, CopyButton } from '../ui/data-table.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import style from './executive.module.css';

type Line = BudgetStandingReport['lines'][number];
type Amounts = NonNullable<BudgetStandingReport['total']>;

/** Planned money against what was spent, in all and by medium. */
export function BudgetCard({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const { budget } = stands.progress;
  const of: Measure = { unit: { kind: 'money', currency: stands.view.currency }, counter: null };
  const nameOf = (line: Line) => line.medium ?? line.department ?? t('unnamedBudget');
  if (!budget.total) {
    return (
      <Section title={t('budget')}>
        <Empty small title={t('noBudget')} />
      </Section>
    );
  }
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t('budget'), isName: true, cell: nameOf, text: nameOf },
    { key: 'planned', head: t('plan'), cell: () => '', text: line => figures.plain(line.planned, of) },
    { key: 'due', head: t('due'), cell: () => '', text: line => figures.plain(line.due, of) },
    { key: 'spent', head: t('actual'), cell: () => '', text: line => figures.plain(line.spent, of) },
    { key: 'remaining', head: t('remaining'), cell: () => '', text: line => figures.plain(line.remaining, of) },
  ];
  return (
    <Section
      title={t('budget')}
      note={t('budgetNote', {
        from: formatDay(budget.range.from, figures.lang, 'numeric'),
        to: formatDay(budget.range.to, figures.lang, 'numeric'),
      })}
      tools={<CopyButton columns={columns} rows={budget.lines} />}
    >
      <BudgetTotal total={budget.total} of={of} />
      {budget.metric === null && <p className="mut">{t('noSpending')}</p>}
      {budget.lines.length > 1 &&
        budget.lines.map(line => (
          <BudgetLine key={`${line.node} ${line.department} ${line.medium}`} name={nameOf(line)} amounts={line} of={of} />
        ))}
    </Section>
  );
}

function BudgetTotal({ total, of }: { readonly total: Amounts; readonly of: Measure }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const tone = toneOfSpending(total);
  return (
    <div className={style.budgetTotal}>
      {total.share !== null && <strong className="num">{figures.percent(total.share)}</strong>}
      {total.share !== null && (
        <Pill tone={tone}>{t(tone === 'bad' ? 'overBudget' : tone === 'warn' ? 'aheadOfBudget' : 'withinBudget')}</Pill>
      )}
      <span className="mut num">
        {t('spentOf', {
          spent: total.spent ? figures.observed(total.spent, of) : t('noSpendingYet'),
          planned: figures.value(total.planned, of),
        })}
      </span>
    </div>
  );
}

function BudgetLine({ name, amounts, of }: { readonly name: string; readonly amounts: Amounts; readonly of: Measure }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const share = amounts.share ?? 0;
  return (
    <div className={style.budgetLine}>
      <span>{name}</span>
      <span className="num mut">
        {amounts.spent && `${figures.observed(amounts.spent, of)} / `}
        {figures.value(amounts.planned, of)}
      </span>
      <AchievementBar
        share={share}
        pace={Number(amounts.planned) > 0 ? Number(amounts.due) / Number(amounts.planned) : undefined}
        tone={toneOfSpending(amounts)}
        label={t('spentLabel', { name, share: figures.percent(share) })}
      />
    </div>
  );
}

/** Money above the whole budget is bad, more than a tenth above what was planned to date is a warning. */
function toneOfSpending({ spent, planned, due }: Amounts): Tone {
  const amount = spent ? numberOf(spent) : undefined;
  if (amount === undefined) return 'none';
  if (amount > Number(planned)) return 'bad';
  return amount > Number(due) * 1.1 ? 'warn' : 'good';
}
