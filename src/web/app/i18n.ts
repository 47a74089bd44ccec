import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '#core/text/text.ts';
import { actLabels } from '../act/act-labels.ts';
import { agreeLabels } from '../agree/agree-labels.ts';
import { analyseLabels } from '../analyse/analyse-labels.ts';
import { driverLabels } from '../analyse/driver-labels.ts';
import { evidenceLabels } from '../analyse/evidence-labels.ts';
import { priorityLabels } from '../analyse/priority-labels.ts';
import { whatIfLabels } from '../analyse/what-if-labels.ts';
import { beginLabels } from '../begin/begin-labels.ts';
import { catalogueLabels } from '../catalogue/catalogue-labels.ts';
import { domainLabels } from '../catalogue/domain-labels.ts';
import { ownMetricLabels } from '../catalogue/own-metric-labels.ts';
import { connectLabels } from '../connect/connect-labels.ts';
import { dataLabels } from '../data/data-labels.ts';
import { helpLabels } from '../help/help-labels.ts';
import { homeLabels } from '../home/home-labels.ts';
import { boardLabels } from '../journey/board-labels.ts';
import { journeyLabels } from '../journey/journey-labels.ts';
import { wayLabels } from '../journey/way-labels.ts';
import { designLabels } from '../plan/design-labels.ts';
import { findingLabels } from '../plan/finding-labels.ts';
import { nodeLabels } from '../plan/node-labels.ts';
import { pastLabels } from '../plan/past-labels.ts';
import { planLabels } from '../plan/plan-labels.ts';
import { repairLabels } from '../plan/repair-labels.ts';
import { reviewLabels } from '../plan/review-labels.ts';
import { scheduleLabels } from '../plan/schedule-labels.ts';
import { smartLabels } from '../plan/smart-labels.ts';
import { treeLabels } from '../plan/tree-labels.ts';
import { progressLabels } from '../progress/progress-labels.ts';
import type { Label } from '../ui/labels.ts';
import { chosenLang } from '../ui/language.ts';
import { uiLabels } from '../ui/ui-labels.ts';
import { appLabels } from './app-labels.ts';

/** Labels by folder: one namespace each. */
export const namespaces = {
  app: appLabels,
  ui: uiLabels,
  help: helpLabels,
  home: homeLabels,
  progress: progressLabels,
  agree: agreeLabels,
  analyse: analyseLabels,
  whatIf: whatIfLabels,
  driver: driverLabels,
  journey: journeyLabels,
  board: boardLabels,
  way: wayLabels,
  evidence: evidenceLabels,
  priority: priorityLabels,
  act: actLabels,
  catalogue: catalogueLabels,
  domain: domainLabels,
  own: ownMetricLabels,
  begin: beginLabels,
  plan: planLabels,
  tree: treeLabels,
  node: nodeLabels,
  design: designLabels,
  finding: findingLabels,
  past: pastLabels,
  smart: smartLabels,
  repair: repairLabels,
  review: reviewLabels,
  schedule: scheduleLabels,
  data: dataLabels,
  connect: connectLabels,
} as const;

type Namespaces = typeof namespaces;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    returnNull: false;
    resources: { [N in keyof Namespaces]: { [K in keyof Namespaces[N]]: string } };
  }
}

/** Makes every label ready; both languages are compiled in, so this never waits. */
export async function startLanguages(): Promise<void> {
  document.documentElement.lang = chosenLang.get();
  await i18next.use(initReactI18next).init({
    lng: chosenLang.get(),
    fallbackLng: false,
    ns: Object.keys(namespaces),
    defaultNS: 'app',
    resources: { ja: resourcesIn('ja'), en: resourcesIn('en') },
    interpolation: { escapeValue: false },
  });
}

function resourcesIn(lang: Lang): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(namespaces).map(([name, table]) => [name, flat(table, lang)]));
}

function flat(table: Readonly<Record<string, Label>>, lang: Lang): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const [key, label] of Object.entries(table)) {
    const words = label[lang];
    if (typeof words === 'string') keys[key] = words;
    else {
      keys[`${key}_one`] = words.one;
      keys[`${key}_other`] = words.other;
    }
  }
  return keys;
}
