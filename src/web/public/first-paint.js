// Runs before the first paint, so that a chosen theme or language never flashes.
(() => {
  const read = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = read('rashin.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = read('rashin.lang') ?? (navigator.language.startsWith('ja') ? 'ja' : navigator.language ? 'en' : 'ja');
})();
