/** First part of the addresses of the web app's pages; other addresses are answered with "not found". */
export const WEB_PLACES = [
  'home',
  'progress',
  'analysis',
  'initiatives',
  'meetings',
  'plan',
  'published',
  'catalogue',
  'data',
  'settings',
  'welcome',
  'help',
] as const;
