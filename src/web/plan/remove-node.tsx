import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.ts';
import type { Planning } from './use-planning.ts';
import { useShowNode } from './use-show-node.ts';

/** Takes a KPI out of the plan, unless something still names it. */
export function RemoveNode({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('node');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const show = useShowNode();
  const [asked, setAsked] = useState(false);
  const others = (planning.view?.nodes ?? []).filter(({ id }) => id !== node.id);
  const names = (one: NodeView) =>
    new RegExp(`(?<![\\w-])${node.id}(?![\\w-])`).test(`${one.equals?.text ?? ''} ${one.lag?.after ?? ''}`);
  const users = others.filter(one => names(one) || one.under === node.id || one.supports.some(({ to }) => to === node.id));
  const partners = others.filter(({ pair, role }) => pair === node.id && role === 'kpi');
  const list = (nodes: readonly NodeView[]) => nodes.map(({ name }) => say(name)).join(say({ ja: '、', en: ', ' }));
  if (node.role !== 'kpi') return null;
  return (
    <>
      <Button small look="quiet" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      {asked && (
        <Dialog
          title={t('removeTitle', { name: say(node.name) })}
          onClose={() => setAsked(false)}
          foot={
            <>
              <Button onClick={() => setAsked(false)}>{plan('cancel')}</Button>
              <Button
                danger
                disabled={users.length > 0}
                onClick={() => {
                  setAsked(false);
                  show(undefined);
                  void planning.desk.edit({ kind: 'remove', node: node.id, partners: partners.map(({ id }) => id) });
                }}
              >
                {t('removeDo')}
              </Button>
            </>
          }
        >
          {users.length > 0 ? (
            <>
              <p>{t('removeUsed')}</p>
              <p>
                <b>{list(users)}</b>
              </p>
            </>
          ) : (
            <>
              <p>{t('removeText')}</p>
              {partners.length > 0 && <p>{t('removePartners', { names: list(partners) })}</p>}
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
