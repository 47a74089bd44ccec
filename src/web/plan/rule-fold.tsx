import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulePage } from '#core/lint/page/rule-page.ts';
import { useSay } from '../ui/language.ts';
import style from './panel.module.css';

/** Why a finding matters and how to put it right, under the finding itself; loaded when it is opened. */
export function RuleFold({ code }: { readonly code: string }) {
  const { t } = useTranslation('help');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={style.rule} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('why')}</summary>
      {isOpen && <Explained code={code} />}
    </details>
  );
}

function Explained({ code }: { readonly code: string }) {
  const { t } = useTranslation('help');
  const say = useSay();
  const page = useRulePage(code);
  if (!page) return null;
  return (
    <>
      <p>{say(page.why)}</p>
      <p>
        <b>{t('fix')}</b> {say(page.fix)}
      </p>
      <Link to="/help/rule/$rule" params={{ rule: code }}>
        {t('more')}
      </Link>
    </>
  );
}

function useRulePage(code: string): RulePage | undefined {
  const [page, setPage] = useState<RulePage>();
  useEffect(() => {
    let isOver = false;
    const load = async () => {
      const { RULE_PAGES } = await import('#core/lint/page/rule-pages.ts');
      if (!isOver) setPage(RULE_PAGES[code]);
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [code]);
  return page;
}
