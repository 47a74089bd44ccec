import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useSay } from '../ui/language.ts';
import style from './preview.module.css';
import { COUNT } from './preview-facts.tsx';
import { ReplacedTotals } from './replaced-totals.tsx';

/** What importing a table would change, and what is kept of the file. */
export function PreviewChanges({ table }: { readonly table: InspectedTable }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const { dataset, rows, overrules, replaced, duplicateOf, keep } = table;
  const name = say(dataset.name);
  const many = { count: rows, rows: figures.value(rows, COUNT), name };
  const [icon, words]: readonly [IconName, string] = duplicateOf
    ? ['check', t('changesDuplicate')]
    : overrules.length > 0
      ? ['refresh', t('changesReplaces', { name })]
      : dataset.exists
        ? ['plus', t('changesAdded', many)]
        : ['plus', t('changesNew', many)];
  return (
    <Section title={t('changes')}>
      <div className={style.change}>
        <Icon name={icon} size={18} />
        <div>
          <p>
            {words}{' '}
            {duplicateOf && (
              <Link to="/data/imports/$batch" params={{ batch: duplicateOf }}>
                {t('openBatch')}
              </Link>
            )}
          </p>
          {!duplicateOf && overrules.length > 0 && (
            <ul className={style.replaced}>
              {overrules.map(({ batch, fileName, days }) => (
                <li key={batch}>
                  <b>{days.map(range => formatDayRange(range, figures.lang)).join(figures.lang === 'ja' ? '、' : ', ')}</b>
                  <Link to="/data/imports/$batch" params={{ batch }}>
                    {t('replacedFrom', { file: fileName })}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <p className="dim">{t(keep === 'received' ? 'keepReceived' : 'keepRewritten')}</p>
        </div>
      </div>
      {!duplicateOf && replaced && <ReplacedTotals table={table} replaced={replaced} />}
    </Section>
  );
}
