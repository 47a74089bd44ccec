import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useVersionName } from '../app/version-name.ts';
import { lightWord, toneOf } from '../progress/light.tsx';
import { useFigures } from '../ui/figures.ts';
import { Pill } from '../ui/pill.tsx';
import { useProgressFace } from './progress-face.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import style from './progress-tree.module.css';
import { TreeView } from './tree-view.tsx';

/** The published plan's tree with what was reached so far. */
export function ProgressTree({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('plan');
  const faceOf = useProgressFace(stands);
  const { lang } = useFigures();
  const nameOf = useVersionName();
  return (
    <TreeView
      view={stands.view}
      faceOf={faceOf}
      caption={t('asOfVersion', { day: formatDay(stands.progress.to, lang), version: nameOf(stands.progress.version) })}
      top={<Summary stands={stands} />}
      panel={node => <ProgressPanel node={node} stands={stands} />}
    />
  );
}

const STATES = ['behind', 'near', 'met', 'no-data'] as const;

/** How many stand where, and of which version this speaks. */
function Summary({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const { lang } = useFigures();
  const nameOf = useVersionName();
  const kpis = stands.progress.nodes.filter(({ node }) => stands.nodeOf(node)?.role === 'kpi');
  return (
    <div className={style.summary}>
      <span>{t('asOfVersion', { day: formatDay(stands.progress.to, lang), version: nameOf(stands.progress.version) })}</span>
      <span className={style.counts}>
        {STATES.map(state => {
          const count = kpis.filter(one => one.state === state).length;
          return (
            count > 0 && (
              <Pill key={state} tone={toneOf(state)}>
                {lightWord(state, app)} {t('countOf', { count })}
              </Pill>
            )
          );
        })}
      </span>
    </div>
  );
}
