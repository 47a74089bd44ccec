import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { rescaledShares } from '#core/plan/rescaled-shares.ts';
import { Button } from '../ui/button.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { shareText } from './lights-text.ts';
import style from './panel.module.css';
import type { Planning } from './use-planning.ts';

/** Where the shares of a whole no longer total 100 %: what the others become in proportion to this one. [DES-36] */
export function ShareOffer({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const figures = useFigures();
  const { view, nodeOf, desk } = planning;
  const whole = Object.entries(view?.compositions ?? {}).find(([, ids]) => ids.includes(node.id));
  const parts = (whole?.[1] ?? []).flatMap(id => nodeOf(id) ?? []);
  const shares = new Map(parts.flatMap(({ id, target }) => (target ? [[id, target.value] as const] : [])));
  const offered = whole && shares.size === whole[1].length ? rescaledShares(shares, node.id) : undefined;
  if (!whole || !offered) return null;
  const total = [...shares.values()].reduce((sum, share) => sum + Number(share), 0);
  const edits = [...offered].flatMap(([id, share]) => {
    const other = nodeOf(id);
    const sign = other?.target?.text.trim().startsWith('=') ? '= ' : '';
    const value = `${sign}${shareText(share)}`;
    return other ? [{ kind: 'field', role: other.role, node: id, field: 'target', value } as const] : [];
  });
  return (
    <div className={style.offer}>
      <p>{t('shareOffer', { whole: whole[0], total: figures.percent(total) })}</p>
      <ul>
        {[...offered].map(([id, share]) => (
          <li key={id}>
            {say(nodeOf(id)?.name) || id}{' '}
            <span className="num">
              {shareText(shares.get(id) ?? null)} → <b>{shareText(share)}</b>
            </span>
          </li>
        ))}
      </ul>
      <Button small onClick={() => void desk.edit({ kind: 'several', edits })}>
        {t('shareApply')}
      </Button>
    </div>
  );
}
