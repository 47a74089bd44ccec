import type { NavigateOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../ui/icon.tsx';
import { changeLang, useLang, useSay } from '../ui/language.ts';
import { shownTheme, themeChoice } from '../ui/theme.ts';
import type { PaletteEntry } from './palette-match.ts';
import { usePlace } from './place.ts';
import { STOPS } from './rail.tsx';
import { useAnswer } from './use-answer.ts';
import { usePeople } from './workspace-context.ts';

export interface PaletteAction extends PaletteEntry {
  readonly icon: IconName;
  readonly note: string | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: 'pages' | 'kpis' | 'initiatives' | 'people' | 'metrics' | 'actions';
  readonly title: string;
  readonly entries: readonly PaletteAction[];
}

/** Everything the palette knows, under its headings. */
export function usePaletteGroups(go: (options: NavigateOptions) => void): readonly PaletteGroup[] {
  const { t } = useTranslation('app');
  const { t: words } = useTranslation('catalogue');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const place = usePlace();
  const plan = useAnswer('plan', { plan: place.plan ?? '' }, { when: place.plan !== undefined });
  const initiatives = useAnswer('initiatives', {});
  const catalogue = useAnswer('catalogue', {});
  const nodes = plan.data?.view?.nodes ?? [];
  const isDark = shownTheme.get() === 'dark';
  const action = (id: string, name: string, icon: IconName, run: () => void, aliases: readonly string[] = []): PaletteAction => ({
    id,
    name,
    icon,
    run,
    aliases,
    note: undefined,
  });
  return [
    {
      id: 'kpis',
      title: t('paletteKpis'),
      entries: nodes.map(node => ({
        id: `kpi ${node.id}`,
        name: say(node.name),
        aliases: [lang === 'ja' ? node.name.en : node.name.ja, ...node.aliases, node.id],
        note: people.nameOf(node.owner),
        icon: node.role === 'goal' ? 'target' : 'progress',
        run: () => go({ to: '/progress/kpi/$node', params: { node: node.id } }),
      })),
    },
    {
      id: 'initiatives',
      title: t('paletteInitiatives'),
      entries: (initiatives.data?.initiatives ?? []).map(({ id, title, owner }) => ({
        id: `initiative ${id}`,
        name: title,
        aliases: [],
        note: people.nameOf(owner),
        icon: 'act',
        run: () => go({ to: '/initiatives/$initiative', params: { initiative: id } }),
      })),
    },
    {
      id: 'people',
      title: t('palettePeople'),
      entries: people.active.map(({ id, name, department }) => ({
        id: `person ${id}`,
        name,
        aliases: [id, department ?? ''],
        note: t('paletteOwned'),
        icon: 'user',
        run: () => go({ to: '/progress/work', search: previous => ({ ...previous, owner: id }) }),
      })),
    },
    {
      id: 'metrics',
      title: words('title'),
      entries: (catalogue.data?.metrics ?? []).map(metric => ({
        id: `metric ${metric.id}`,
        name: say(metric.name),
        aliases: [lang === 'ja' ? metric.name.en : metric.name.ja, ...metric.aliases, metric.id],
        note: words('definition'),
        icon: 'file',
        run: () => go({ to: '/catalogue/$metric', params: { metric: metric.id } }),
      })),
    },
    {
      id: 'pages',
      title: t('palettePages'),
      entries: [
        ...STOPS.map(({ key, to }) => action(to, t(key), key, () => go({ to }), [key, to])),
        action('/catalogue', words('title'), 'search', () => go({ to: '/catalogue' }), [
          'catalogue',
          'カタログ',
          '用語集',
          'glossary',
        ]),
      ],
    },
    {
      id: 'actions',
      title: t('paletteActions'),
      entries: [
        action('new-initiative', t('newInitiative'), 'plus', () => go({ to: '/initiatives/new' }), ['new initiative']),
        action('import', t('importFile'), 'upload', () => go({ to: '/data/import' }), ['import', 'upload', '取込']),
        action('new-plan', t('newPlan'), 'plan', () => go({ to: '/plan/new' }), ['new plan']),
        action(
          'theme',
          t(isDark ? 'toLight' : 'toDark'),
          isDark ? 'sun' : 'moon',
          () => themeChoice.set(isDark ? 'light' : 'dark'),
          ['theme', 'dark', 'light'],
        ),
        action(
          'language',
          t(lang === 'ja' ? 'toEnglish' : 'toJapanese'),
          'outside',
          () => void changeLang(lang === 'ja' ? 'en' : 'ja'),
          ['language', '言語'],
        ),
      ],
    },
  ];
}
