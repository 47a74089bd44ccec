import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { parseFormula } from '#core/formula/parse.ts';
import { formulaRow } from '#core/share/formula-row.ts';
import style from './catalogue.module.css';
import { useMetricWords } from './metric-words.ts';

/** A formula in words; each metric in it leads to its own entry. */
export function FormulaLinks({ text, plain = false }: { readonly text: string; readonly plain?: boolean }) {
  const { t } = useTranslation('plan');
  const { nameOf } = useMetricWords();
  const parsed = parseFormula(text);
  if (!parsed.ok) return <code>{text}</code>;
  return (
    <span className={style.formula}>
      {formulaRow(parsed.value).map((item, place) => {
        if (item.kind === 'sign')
          return (
            <span key={place} className={style.sign}>
              {place === 0 ? `${item.text} ` : ` ${item.text} `}
            </span>
          );
        const name = `${nameOf(item.id)}${item.kind === 'earlier' ? `（${t(item.when === 'previous' ? 'monthBefore' : 'yearBefore')}）` : ''}`;
        return plain ? (
          <span key={place}>{name}</span>
        ) : (
          <Link key={place} to="/catalogue/$metric" params={{ metric: item.id }}>
            {name}
          </Link>
        );
      })}
    </span>
  );
}
