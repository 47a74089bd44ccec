import { useTranslation } from 'react-i18next';
import type { TreeNode } from '#core/share/tree-nodes.ts';
import { treeOutline } from '#core/share/tree-outline.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import type { CardFace } from './card-face.ts';
import style from './tree-outline-list.module.css';

/** The tree from top to bottom, for narrow screens. */
export function TreeOutlineList({
  nodes,
  folded,
  faceOf,
  onOpen,
  onFold,
}: {
  readonly nodes: readonly TreeNode[];
  readonly folded: ReadonlySet<string>;
  readonly faceOf: (id: string, kind: 'goal' | 'card' | 'influence') => CardFace | undefined;
  readonly onOpen: (id: string) => void;
  readonly onFold: (id: string) => void;
}) {
  const { t } = useTranslation('plan');
  const lines = treeOutline(nodes, folded);
  const firstInfluence = lines.findIndex(({ kind }) => kind === 'influence');
  return (
    <ul className={style.list} aria-label={t('tree')}>
      {lines.map(({ key, id, kind, depth, sign, hasParts, folded: isFolded }, place) => {
        const isMention = kind === 'reference' || kind === 'earlier';
        const face = faceOf(id, isMention ? 'card' : kind);
        if (!face) return null;
        return (
          <li key={key} className={classNames(style.line, style[kind])} style={{ paddingInlineStart: Math.min(depth, 6) * 14 }}>
            {place === firstInfluence && <div className={style.heading}>{t('influences')}</div>}
            <div className={style.row}>
              <span className={style.sign}>{sign}</span>
              <button type="button" className={style.press} onClick={() => onOpen(id)}>
                <span className={style.name}>{face.name}</span>
                {isMention ? (
                  <span className={style.note}>{t(kind === 'reference' ? 'shownElsewhere' : 'monthBefore')}</span>
                ) : (
                  <>
                    <span className={style.mark}>
                      {face.mark}
                      {face.light}
                    </span>
                    {face.facts.length > 0 ? (
                      <span className={style.facts}>
                        {face.facts.map(({ label, value, tone }) => (
                          <span key={label}>
                            <small>{label}</small>
                            <b className={classNames('num', tone)}>{value}</b>
                          </span>
                        ))}
                      </span>
                    ) : (
                      <span className={classNames(style.value, face.isQuiet && style.quiet)}>
                        {face.amount}
                        {face.rest && <small> {face.rest}</small>}
                      </span>
                    )}
                    <span className={style.note}>{face.foot}</span>
                  </>
                )}
              </button>
              {hasParts && (
                <button
                  type="button"
                  className={style.fold}
                  aria-expanded={!isFolded}
                  aria-label={`${t(isFolded ? 'unfold' : 'fold')} ${face.name}`}
                  onClick={() => onFold(id)}
                >
                  <Icon name={isFolded ? 'right' : 'down'} />
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
