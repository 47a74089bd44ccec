/** Names and values as the search part of an address, without its question mark. */
export function searchText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(pair => pair.map(encodeURIComponent).join('='))
    .join('&');
}
