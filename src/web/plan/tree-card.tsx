import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeBox } from '#core/share/tree-box.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { SHAPES, Tag } from '../ui/pill.tsx';
import type { CardFace } from './card-face.ts';
import style from './tree-card.module.css';

export interface TreeCardProps {
  readonly box: TreeBox;
  readonly face: CardFace;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly words: CardWords;
  readonly onOpen: () => void;
  readonly onFold: () => void;
  readonly onFocus: () => void;
  /** Absent where the tree is only looked at. */
  readonly work?: CardWork | undefined;
}

/** What cards say besides their contents: looked up once for all of them. */
export interface CardWords {
  readonly fold: string;
  readonly unfold: string;
  readonly goal: string;
  readonly drag: string;
  readonly editKeys: string;
}

/** What can be done with a card where it stands. */
export interface CardWork {
  readonly isPicked: boolean;
  readonly onPick: () => void;
  /** Opens the fields on the card, with the cursor in one of them. */
  readonly onEdit: (part: CardPart) => void;
  /** Another card was dropped on this one. */
  readonly onDrop: (dragged: string) => void;
  /** The fields, while they are open. */
  readonly editor: ReactNode;
}

export type CardPart = 'name' | 'target' | 'owner';

/** One node of the tree: name, value, what it is held against, who answers for it. */
export function TreeCard({ box, face, isActive, isSelected, words, onOpen, onFold, onFocus, work }: TreeCardProps) {
  const isGoal = face.facts.length > 0;
  const length = face.amount.length + face.rest.length + (face.light ? LIGHT : 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard does the same with Alt and the arrows
    <div
      onDragOver={event => {
        if (work && event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
      }}
      onDrop={event => {
        const dragged = event.dataTransfer.getData(DRAGGED);
        if (!work || dragged === '' || dragged === box.id) return;
        event.preventDefault();
        work.onDrop(dragged);
      }}
      className={classNames(
        style.card,
        isGoal && style.goal,
        box.kind === 'influence' && style.influence,
        isSelected && style.selected,
        work?.isPicked && style.picked,
      )}
    >
      {work?.editor}
      {work && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the bar of the selection does the same from the keyboard
        <span
          className={style.grip}
          draggable
          title={words.drag}
          onDragStart={event => {
            event.dataTransfer.setData(DRAGGED, box.id);
            event.dataTransfer.effectAllowed = 'move';
          }}
        >
          <Icon name="grip" size={14} />
        </span>
      )}
      <button
        type="button"
        data-key={box.key}
        tabIndex={isActive ? 0 : -1}
        className={style.press}
        aria-current={isSelected || undefined}
        aria-pressed={work ? work.isPicked : undefined}
        title={work ? words.editKeys : undefined}
        onClick={event => {
          if (work && (event.ctrlKey || event.metaKey || event.shiftKey)) work.onPick();
          else onOpen();
        }}
        onDoubleClick={event => work?.onEdit(partAt(event.target))}
        onFocus={onFocus}
      >
        {isGoal ? (
          <>
            <span className={style.head}>
              <span className={style.name} title={face.name} data-part="name">
                {face.name}
              </span>
              <Tag>{words.goal}</Tag>
              <span className={style.foot} data-part="owner">
                {face.foot}
              </span>
            </span>
            <span className={style.facts}>
              {face.facts.map(({ label, value, tone }) => (
                <span key={label} className={style.fact}>
                  <small>{label}</small>
                  <b className={classNames('num', tone)}>
                    {tone && tone !== 'none' && (
                      <span className={style.shape} aria-hidden="true">
                        {SHAPES[tone]}
                      </span>
                    )}
                    {value}
                  </b>
                </span>
              ))}
            </span>
          </>
        ) : (
          <>
            <span className={style.top}>
              <span className={style.name} title={face.name} data-part="name">
                {face.name}
              </span>
              {face.mark}
            </span>
            <span className={style.middle}>
              <span
                className={classNames(
                  style.value,
                  face.isQuiet && style.quiet,
                  length > LONG && style.long,
                  length > LONGER && style.longer,
                )}
              >
                {face.amount}
                {face.rest && <small>{face.rest}</small>}
              </span>
              {face.light}
            </span>
            <span className={style.bottom}>
              <span className={style.foot} title={face.footTitle} data-part="owner">
                {face.foot}
              </span>
              {face.line}
            </span>
          </>
        )}
      </button>
      {box.hasParts && (
        <button
          type="button"
          tabIndex={-1}
          className={style.fold}
          aria-expanded={!box.folded}
          aria-label={`${box.folded ? words.unfold : words.fold} ${face.name}`}
          title={box.folded ? words.unfold : words.fold}
          onClick={onFold}
        >
          <Icon name={box.folded ? 'plus' : 'minus'} size={12} />
          {box.folded && <span className="num">{box.hidden}</span>}
        </button>
      )}
    </div>
  );
}

/** What a dragged card is called among the things that can be dropped. */
export const DRAGGED = 'application/x-rashin-node';

/** Which of its fields a place on the card stands for. */
function partAt(target: EventTarget): CardPart {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset.part : undefined;
  return part === 'name' || part === 'owner' ? part : 'target';
}

/** More characters than this do not fit beside each other in full size. */
const LONG = 18;
const LONGER = 21;
/** A light takes the room of so many. */
const LIGHT = 9;

/** A mention of a node that is drawn elsewhere, or of its earlier value. */
export function MentionCard({
  box,
  name,
  isActive,
  onOpen,
  onFocus,
}: Pick<TreeCardProps, 'box' | 'isActive' | 'onOpen' | 'onFocus'> & { readonly name: ReactNode }) {
  const { t } = useTranslation('plan');
  const note = box.kind === 'reference' ? t('shownElsewhere') : t(box.when === 'last-year' ? 'yearBefore' : 'monthBefore');
  return (
    <button
      type="button"
      data-key={box.key}
      tabIndex={isActive ? 0 : -1}
      className={style.mention}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <span className={style.name}>{name}</span>
      <small>{note}</small>
    </button>
  );
}
