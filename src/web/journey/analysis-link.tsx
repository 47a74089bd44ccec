import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnalysisPage } from '#contract/journey.ts';
import { parseSearch } from '../app/shared-search.ts';

const PLACES = {
  leaving: '/analysis/leaving',
  channels: '/analysis/channels',
  returning: '/analysis/returning',
  customers: '/analysis/customers',
} as const satisfies Readonly<Record<AnalysisPage, string>>;

/** Leads to a page of journeys with the choices that were kept. */
export function AnalysisLink({
  page,
  search,
  className,
  children,
}: {
  readonly page: AnalysisPage;
  readonly search: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link to={PLACES[page]} search={parseSearch(search)} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  );
}

/** `leaving?window=30` as page and choices; undefined for anything that is not one of the four pages. [JNY-13] */
export function analysisIn(text: string): { readonly page: AnalysisPage; readonly search: string } | undefined {
  const [name, ...rest] = text.split('?');
  const page = (Object.keys(PLACES) as AnalysisPage[]).find(known => known === name);
  return page && { page, search: rest.join('?') };
}
