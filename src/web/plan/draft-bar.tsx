import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.ts';
import style from './draft-bar.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import type { Planning } from './use-planning.ts';

/** What is not published yet, and what can be done with it. */
export function DraftBar({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const people = usePeople();
  const [asked, setAsked] = useState<'publish' | 'discard'>();
  const { answer, desk, changes } = planning;
  const others = answer.otherDrafts.map(({ member }) => people.nameOf(member));
  const first = answer.version === null;
  return (
    <>
      {(desk.isDraft || desk.canUndo || desk.canRedo || others.length > 0) && (
        <div className={style.bar}>
          {desk.isDraft && (
            <span className={style.state} role="status">
              <b>{t('draft')}</b>
              <span>
                {first ? t('draftFirst') : changes.length > 0 ? t('draftOf', { count: changes.length }) : t('draftText')}
                <span className={style.saved}>{t(SAVING[desk.saving])}</span>
              </span>
            </span>
          )}
          {!desk.isDraft && (desk.canUndo || desk.canRedo) && <span className={style.others}>{t('sameAsPublished')}</span>}
          {others.length > 0 && (
            <span className={style.others}>{t('otherDrafts', { names: others.join(say({ ja: '、', en: ', ' })) })}</span>
          )}
          <span className={style.tools}>
            <Button small look="quiet" icon="undo" disabled={!desk.canUndo} onClick={desk.undo} title="Ctrl+Z">
              {t('undo')}
            </Button>
            {desk.canRedo && (
              <Button small look="quiet" icon="redo" onClick={desk.redo} title="Ctrl+Shift+Z">
                {t('redo')}
              </Button>
            )}
            {desk.isDraft && (
              <>
                {!first && (
                  <Button small look="quiet" onClick={() => setAsked('discard')}>
                    {t('discard')}
                  </Button>
                )}
                <Button small look="main" onClick={() => setAsked('publish')}>
                  {t('publishDots')}
                </Button>
              </>
            )}
          </span>
        </div>
      )}
      {asked === 'publish' && <PublishDialog planning={planning} onClose={() => setAsked(undefined)} />}
      {asked === 'discard' && (
        <Dialog
          title={t('discardTitle')}
          onClose={() => setAsked(undefined)}
          foot={
            <>
              <Button onClick={() => setAsked(undefined)}>{t('keepDraft')}</Button>
              <Button
                danger
                onClick={() => {
                  setAsked(undefined);
                  void desk.discard();
                }}
              >
                {t('discard')}
              </Button>
            </>
          }
        >
          <p>{t('discardText')}</p>
        </Dialog>
      )}
    </>
  );
}

const SAVING = { saved: 'saved', waiting: 'notSaved', saving: 'saving' } as const;
