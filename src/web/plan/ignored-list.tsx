import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { findingNode, findingSentence } from './finding-words.ts';
import style from './panel.module.css';
import type { Planning } from './use-planning.ts';

/** Findings that are meant to be so, with who said why and until when; each can be taken back. Of one node, or of the whole plan. */
export function IgnoredList({ planning, node }: { readonly planning: Planning; readonly node?: string }) {
  const { t } = useTranslation('finding');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { checked, view, desk } = planning;
  const ignored = (checked?.ignored ?? []).filter(({ found }) => node === undefined || findingNode(found, view) === node);
  if (ignored.length === 0) return null;
  return (
    <details className={style.ignored}>
      <summary>{t('meantList', { count: ignored.length })}</summary>
      <ul className={style.findings}>
        {ignored.map(({ found, because, until, by, index }) => (
          <li key={`${found.code} ${found.at.join('.')} ${found.line}`}>
            <p>{say(findingSentence(found, view))}</p>
            <p className={style.because}>
              {say(because)}
              <span className="dim">
                {[by === null ? '' : people.nameOf(by), until === null ? '' : t('meantUntilDay', { day: formatDay(until, lang) })]
                  .filter(Boolean)
                  .map(part => ` · ${part}`)
                  .join('')}
              </span>
            </p>
            <Button look="link" onClick={() => void desk.edit({ kind: 'unignore', index })}>
              {t('meantBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
