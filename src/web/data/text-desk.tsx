import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useLang } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Fine } from '../ui/states.tsx';
import style from './definitions.module.css';
import { ProblemList } from './problem-list.tsx';
import { goToLine, TextEditor } from './text-editor.tsx';

export interface TextDeskProps {
  readonly label: string;
  readonly text: string;
  /** The version in force; undefined or number 0 where there is none. */
  readonly stored:
    | { readonly number: number; readonly text: string; readonly author: string | null; readonly at: string | null }
    | undefined;
  readonly problems: readonly WireProblem[];
  /** Whether the problems are those of the text as it stands. */
  readonly isChecked: boolean;
  readonly onChange: (text: string) => void;
  readonly save: { readonly word: string; readonly busy: boolean; readonly disabled: boolean; readonly run: () => void };
  readonly children?: ReactNode;
}

/** A text on the left, what is wrong with it on the right, each problem leading to its line. */
export function TextDesk({ label, text, stored, problems, isChecked, onChange, save, children }: TextDeskProps) {
  const { t } = useTranslation('data');
  const lang = useLang();
  const people = usePeople();
  const { calendar } = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const version =
    stored?.at && stored.author
      ? t('versionBy', {
          number: stored.number,
          day: formatDay(localMoment(stored.at, calendar.zone).day, lang),
          name: people.nameOf(stored.author),
        })
      : t('noVersion');
  return (
    <>
      {children}
      <div className={style.desk}>
        <Card padded={false}>
          <TextEditor ref={field} label={label} text={text} problems={problems} onChange={onChange} />
        </Card>
        <Section title={label} note={version} className={style.side}>
          <div className={style.tools}>
            <Button look="main" busy={save.busy} disabled={save.disabled} onClick={save.run}>
              {save.word}
            </Button>
            <Button disabled={stored === undefined || text === stored.text} onClick={() => onChange(stored?.text ?? '')}>
              {t('revert')}
            </Button>
          </div>
          {problems.length > 0 ? (
            <ProblemList
              problems={problems}
              fix={({ line }) =>
                line !== undefined && (
                  <Button look="link" onClick={() => goToLine(field.current, line)}>
                    {t('lineOf', { line })}
                  </Button>
                )
              }
            />
          ) : isChecked ? (
            <Fine>{t('checkedFine')}</Fine>
          ) : (
            <p className="dim">{t('checking')}</p>
          )}
        </Section>
      </div>
    </>
  );
}
