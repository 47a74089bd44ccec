import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { useLang, useSay } from '../ui/language.ts';
import { OwnerSelect } from './owner-select.tsx';
import { StoredField } from './stored-field.tsx';
import type { CardPart } from './tree-card.tsx';
import style from './tree-card-editor.module.css';
import type { Planning } from './use-planning.ts';

const PARTS: readonly CardPart[] = ['name', 'target', 'owner'];

/** Name, target and owner of a node, written where its card stands; always in the same size, however far away the tree is. */
export function TreeCardEditor({
  node,
  part,
  planning,
  onClose,
}: {
  readonly node: NodeView;
  /** Where the cursor begins. */
  readonly part: CardPart;
  readonly planning: Planning;
  /** `back`: the keyboard returns to the card. */
  readonly onClose: (back: boolean) => void;
}) {
  const { t } = useTranslation('plan');
  const { t: tree } = useTranslation('tree');
  const lang = useLang();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = box.current?.querySelectorAll<HTMLElement>('input, select')[PARTS.indexOf(part)];
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, [part]);
  useLayoutEffect(() => {
    const own = box.current;
    const frame = own?.closest('section');
    if (!own || !frame) return;
    const [inner, outer] = [own.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (inner.bottom > outer.bottom) own.dataset.up = '';
    if (inner.right > outer.right) own.dataset.left = '';
  }, []);
  const { role, id } = node;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div
      ref={box}
      className={style.editor}
      role="group"
      aria-label={tree('editing', { name: say(node.name) })}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose(false);
      }}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement)) onClose(true);
      }}
    >
      <StoredField
        label={t(lang === 'ja' ? 'nameJa' : 'nameEn')}
        value={node.name[lang]}
        onStore={value => void planning.desk.edit({ kind: 'words', role, node: id, field: 'name', lang, value })}
      />
      <div className={style.two}>
        <StoredField
          label={t('target')}
          value={node.target?.text ?? (node.undecided ? t('undecided') : '')}
          hint={Object.keys(node.months).length > 0 && role === 'kpi' ? t('monthsWin') : undefined}
          placeholder={node.equals && role === 'kpi' ? t('calculated') : undefined}
          onStore={value => void planning.desk.edit({ kind: 'field', role, node: id, field: 'target', value })}
        />
        <OwnerSelect node={node} desk={planning.desk} />
      </div>
    </div>
  );
}
