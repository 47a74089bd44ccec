import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { treeOfPlan } from '#contract/tree-of-plan.ts';
import { isNode, type TreeBox } from '#core/share/tree-box.ts';
import { treeBranch } from '#core/share/tree-branch.ts';
import { treeLayout } from '#core/share/tree-layout.ts';
import { type TreeNode, treeShape } from '#core/share/tree-nodes.ts';
import { type PictureCard, treePicture } from '#core/share/tree-picture.ts';
import { TREE_SIZES } from '#core/share/tree-sizes.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLang, useSay } from '../ui/language.ts';
import type { CardFace } from './card-face.ts';
import panelStyle from './panel.module.css';
import { TreeCanvas } from './tree-canvas.tsx';
import { type CardWork, DRAGGED, MentionCard, TreeCard } from './tree-card.tsx';
import { TreeCardEditor } from './tree-card-editor.tsx';

import { TreeOutlineList } from './tree-outline-list.tsx';
import { TreePicked } from './tree-picked.tsx';
import { TreePictureMenu } from './tree-picture-menu.tsx';
import style from './tree-view.module.css';
import { useNarrow } from './use-narrow.ts';
import { useShowNode } from './use-show-node.ts';
import type { TreeEditing } from './use-tree-editing.ts';

export interface TreeViewProps {
  readonly view: PlanView;
  readonly faceOf: (node: NodeView, kind: TreeBox['kind']) => CardFace;
  readonly panel: (node: NodeView) => ReactNode;
  readonly top?: ReactNode;
  /** At the side while no card is chosen. */
  readonly side?: ReactNode;
  /** Absent where the tree is only looked at. */
  readonly editing?: TreeEditing;
  /** Under the title of a picture: what state of the plan it shows. */
  readonly caption: string;
}

/** Larger trees begin folded, with about so many cards in sight. */
const LARGE = 150;
const SHOWN = 60;

/** A plan's tree with the panel of the chosen card: a ladder where there is room, an outline on a phone. */
export function TreeView({ view, faceOf, panel, top, side, editing, caption }: TreeViewProps) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const { t: tree } = useTranslation('tree');
  const words = { fold: t('fold'), unfold: t('unfold'), goal: app('goal'), drag: tree('drag'), editKeys: tree('editKeys') };
  const say = useSay();
  const navigate = useNavigate();
  const show = useShowNode();
  const { node: chosen, focus, as } = useSearch({ from: '/plan' });
  const isPhone = useNarrow(760);
  const isTight = useNarrow(1180);
  const all = useMemo(() => treeOfPlan(view), [view]);
  const focused = focus !== undefined && all.some(({ id }) => id === focus) ? focus : undefined;
  const nodes = useMemo(() => (focused === undefined ? all : treeBranch(all, focused)), [all, focused]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => deepNodes(all));
  const unfolded = useMemo(() => opened(folded, chosen, nodes), [folded, chosen, nodes]);
  const byId = useMemo(() => new Map(view.nodes.map(node => [node.id, node])), [view]);
  const layout = useMemo(() => {
    const factors = view.factors
      .map(({ id }) => id)
      .filter(id => focused === undefined || nodes.some(({ factor }) => factor === id));
    const isGoal = focused === undefined || byId.get(focused)?.role === 'goal';
    return treeLayout(nodes, factors, unfolded, isGoal ? TREE_SIZES : { ...TREE_SIZES, goal: TREE_SIZES.card });
  }, [nodes, unfolded, view.factors, focused, byId]);
  const [active, setActive] = useState<string>();
  const standsOn = layout.boxes.find(({ key }) => key === active)?.key ?? layout.boxes[0]?.key;
  useEffect(() => {
    if (chosen !== undefined) setActive(chosen);
  }, [chosen]);
  const node = chosen === undefined ? undefined : byId.get(chosen);
  const fold = (id: string) => {
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    startTransition(() => setFolded(next));
    // What is open must not be folded away.
    if (chosen !== undefined && chosen !== id && opened(next, chosen, nodes) !== next) show(undefined);
  };
  const foldable = nodes.filter(({ formula, role }) => formula.length > 0 && role !== 'goal').map(({ id }) => id);
  const isAllOpen = foldable.every(id => !unfolded.has(id));
  const face = (id: string, kind: TreeBox['kind']) => {
    const found = byId.get(id);
    return found && faceOf(found, kind);
  };
  const panelPlace = useRef<HTMLElement>(null);
  const entering = useRef(false);
  useEffect(() => {
    if (!entering.current || !node) return;
    entering.current = false;
    panelPlace.current?.querySelector<HTMLElement>('input, select, a[href]')?.focus({ preventScroll: true });
  }, [node]);
  const leave = () => {
    show(undefined);
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(standsOn ?? '')}"]`)?.focus();
  };
  const heading = node && (
    <div className={panelStyle.head}>
      <h2>{say(node.name)}</h2>
      <IconButton small icon="close" name={t('closePanel')} onClick={() => leave()} />
    </div>
  );
  const pictureMenu = (
    <TreePictureMenu
      name={view.id}
      title={say(view.name)}
      picture={() =>
        treePicture({
          layout,
          title: say(focused === undefined ? view.name : byId.get(focused)?.name),
          subtitle: caption,
          elsewhere: ({ kind, when }) =>
            t(kind === 'reference' ? 'shownElsewhere' : when === 'last-year' ? 'yearBefore' : 'monthBefore'),
          cardOf: id => {
            const found = byId.get(id);
            const box = layout.boxes.find(({ key }) => key === id);
            return found && pictureCard(faceOf(found, box?.kind ?? 'card'));
          },
          bandOf: id => {
            const factor = view.factors.find(one => one.id === id);
            return factor && { name: say(factor.name), because: say(factor.because) };
          },
        })
      }
    />
  );
  const showAs = (value: 'list' | undefined) =>
    void navigate({ to: '/plan', search: previous => ({ ...previous, as: value }), replace: true, resetScroll: false });
  const foldButton = foldable.length > 0 && (
    <Button small look="quiet" onClick={() => startTransition(() => setFolded(isAllOpen ? new Set(foldable) : new Set()))}>
      {t(isAllOpen ? 'foldAll' : 'unfoldAll')}
    </Button>
  );
  return (
    <>
      {top}
      {editing && <TreePicked editing={editing} />}
      {focused !== undefined && (
        <div className={style.focus}>
          {t('focusedOn', { name: say(byId.get(focused)?.name) })}
          <Button small onClick={() => void navigate({ to: '/plan', search: previous => ({ ...previous, focus: undefined }) })}>
            {t('showAll')}
          </Button>
        </div>
      )}
      <div className={style.columns}>
        <Card className={classNames(style.tree, as === 'list' && style.asList)}>
          {isPhone || as === 'list' ? (
            <>
              {!isPhone && (
                <div className={style.listTools}>
                  {foldButton}
                  {pictureMenu}
                  <Button small onClick={() => showAs(undefined)}>
                    {t('asTree')}
                  </Button>
                </div>
              )}
              <TreeOutlineList nodes={nodes} folded={unfolded} faceOf={face} onOpen={show} onFold={fold} />
            </>
          ) : (
            <TreeCanvas
              layout={layout}
              active={standsOn}
              onActive={box => setActive(box.key)}
              onOpen={box => {
                entering.current = true;
                show(box.id);
              }}
              onFold={box => fold(box.id)}
              onEscape={() => {
                if (editing && editing.picked.size > 0) editing.clear();
                else show(undefined);
              }}
              onEdit={editing && (box => editing.edit(box.id, 'target'))}
              onPick={editing && (box => editing.pick(box.id))}
              onShift={editing && ((box, by) => editing.shift(box.id, by))}
              tools={
                <>
                  {foldButton}
                  {pictureMenu}
                  <Button small look="quiet" onClick={() => showAs('list')}>
                    {t('asList')}
                  </Button>
                </>
              }
              box={box => {
                const found = byId.get(box.id);
                if (!found) return null;
                const open = () => show(box.id);
                const onFocus = () => setActive(box.key);
                const isActive = box.key === standsOn;
                return isNode(box) ? (
                  <TreeCard
                    box={box}
                    face={faceOf(found, box.kind)}
                    isActive={isActive}
                    isSelected={chosen === box.id}
                    words={words}
                    onOpen={open}
                    onFold={() => fold(box.id)}
                    onFocus={onFocus}
                    work={editing && workOf(editing, found, box.key)}
                  />
                ) : (
                  <MentionCard box={box} name={say(found.name)} isActive={isActive} onOpen={open} onFocus={onFocus} />
                );
              }}
              band={(id, height) => <Band view={view} factor={id} height={height} editing={editing} />}
            />
          )}
        </Card>
        {isTight ? (
          <>
            {side && <Card className={style.below}>{side}</Card>}
            {node && (
              <Dialog title={say(node.name)} onClose={() => show(undefined)}>
                {panel(node)}
              </Dialog>
            )}
          </>
        ) : (
          (node || side) && (
            <aside
              ref={panelPlace}
              className={style.side}
              aria-label={node ? say(node.name) : t('findings')}
              onKeyDown={event => {
                if (event.key === 'Escape' && node) leave();
              }}
            >
              <Card>
                {heading}
                {node ? panel(node) : side}
              </Card>
            </aside>
          )
        )}
      </div>
    </>
  );
}

/** A success factor with the reason it was chosen, as much of it as its height holds. */
function Band({
  view,
  factor,
  height,
  editing,
}: {
  readonly view: PlanView;
  readonly factor: string;
  readonly height: number;
  readonly editing: TreeEditing | undefined;
}) {
  const [isOver, setOver] = useState(false);
  const say = useSay();
  const lang = useLang();
  const found = view.factors.find(({ id }) => id === factor);
  if (!found) return null;
  const name = say(found.name);
  const titleLines = Math.ceil(name.length / (lang === 'ja' ? 11 : 20));
  const lines = Math.max(1, Math.floor((height - BAND_PAD - titleLines * BAND_LINE) / BAND_LINE));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the bar of the selection does the same from the keyboard
    <div
      className={classNames(style.band, isOver && style.over)}
      title={say(found.because)}
      onDragOver={event => {
        if (!editing || !event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        const id = event.dataTransfer.getData(DRAGGED);
        if (editing && id !== '') editing.setFactor(editing.picked.has(id) ? [...editing.picked] : [id], factor);
      }}
    >
      <b>{name}</b>
      <span style={{ WebkitLineClamp: lines }}>{say(found.because)}</span>
    </div>
  );
}

/** What can be done with a card where it stands. */
function workOf(editing: TreeEditing, node: NodeView, key: string): CardWork {
  const { open, picked, planning } = editing;
  return {
    isPicked: picked.has(node.id),
    onPick: () => editing.pick(node.id),
    onEdit: part => editing.edit(node.id, part),
    onDrop: dragged => editing.exchange(dragged, node.id),
    editor: open?.id === node.id && (
      <TreeCardEditor
        node={node}
        part={open.part}
        planning={planning}
        onClose={isBack => {
          editing.close();
          if (isBack) document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
        }}
      />
    ),
  };
}

function pictureCard({ name, amount, rest, words, facts }: CardFace): PictureCard {
  return { name, amount, rest, facts, ...words };
}

const BAND_PAD = 16;
const BAND_LINE = 18;

/** Nodes that begin folded: in a large tree all below the depth to which not too many are shown. */
function deepNodes(nodes: readonly TreeNode[]): ReadonlySet<string> {
  if (nodes.length <= LARGE) return new Set();
  const { drawnBelow } = treeShape(nodes);
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const above = drawnBelow.get(id);
    const depth = above === undefined ? 0 : 1 + depthOf(above);
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of nodes) depthOf(id);
  const upTo = (depth: number) => [...depths.values()].filter(one => one > 0 && one <= depth).length;
  let depth = 1;
  while (depth < 20 && upTo(depth + 1) <= SHOWN) depth++;
  return new Set(nodes.filter(({ id, formula }) => formula.length > 0 && depthOf(id) >= depth).map(({ id }) => id));
}

/** The folded nodes without those that would hide the chosen one; the same set where none does. */
function opened(folded: ReadonlySet<string>, chosen: string | undefined, nodes: readonly TreeNode[]): ReadonlySet<string> {
  if (chosen === undefined || folded.size === 0) return folded;
  const { drawnBelow } = treeShape(nodes);
  const above = new Set<string>();
  for (let id = drawnBelow.get(chosen); id !== undefined && !above.has(id); id = drawnBelow.get(id)) above.add(id);
  const hiding = [...folded].filter(id => above.has(id));
  return hiding.length === 0 ? folded : new Set([...folded].filter(id => !above.has(id)));
}
