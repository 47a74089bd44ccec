import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './smart-score.module.css';
import { SMART_LETTERS, smartScore } from './smart-score.ts';
import { SmartSince } from './smart-since.tsx';
import type { Planning } from './use-planning.ts';

/** The five lights of every goal and KPI at a glance, and what changed since an earlier day. [DES-23, REV-06] */
export function SmartScoreFold({ planning, onNode }: { readonly planning: Planning; readonly onNode: (node: string) => void }) {
  const { t } = useTranslation('smart');
  const say = useSay();
  const figures = useFigures();
  const { today } = useWorkspace();
  const [isComparing, setComparing] = useState(false);
  const { checked, view, known } = planning;
  const score = useMemo(
    () => (view && checked ? smartScore(view, checked.check.problems, known) : undefined),
    [view, checked, known],
  );
  if (!score || score.all === 0) return null;
  const executive = view?.nodes.filter(node => node.executive) ?? [];
  const loose = checked?.check.problems.filter(({ code }) => code === 'executive-without-path').length ?? 0;
  return (
    <details className={style.fold}>
      <summary>
        {t('title')} <b className="num">{figures.percent(score.on / score.all, 0)}</b>{' '}
        <span className="dim">{t('whole', { whole: score.whole, count: score.rows.length })}</span>
      </summary>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('node')}</th>
            {SMART_LETTERS.map(letter => (
              <th key={letter} scope="col" title={t(letter)}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {score.rows.map(({ node, lights }) => (
            <tr key={node.id}>
              <th scope="row">
                <Button look="link" onClick={() => onNode(node.id)}>
                  {say(node.name)}
                </Button>
              </th>
              {SMART_LETTERS.map(letter => (
                <td key={letter} className={classNames(!lights[letter] && style.off)}>
                  <span aria-hidden="true">{lights[letter] ? '●' : '◇'}</span>
                  <span className="visually-hidden">{t(lights[letter] ? 'on' : 'off')}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total', { count: score.rows.length })}</th>
            {SMART_LETTERS.map(letter => (
              <td key={letter} className="num">
                {score.byLetter[letter]}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {executive.length > 0 && (
        <p className={loose > 0 ? style.off : undefined}>
          {t('executive', { linked: executive.length - loose, count: executive.length })}
        </p>
      )}
      {isComparing ? (
        <SmartSince planning={planning} now={score} today={today} />
      ) : (
        planning.answer.version && (
          <Button look="link" onClick={() => setComparing(true)}>
            {t('compare')}
          </Button>
        )
      )}
    </details>
  );
}
