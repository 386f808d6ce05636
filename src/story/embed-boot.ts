/** Runs before an embed's first paint, as a classic script of its own: dresses the page as its host asked. */
import { accentOn, dressOf } from './theme.ts';

const root = document.documentElement;
const dress = dressOf(location.search);
const dark = matchMedia('(prefers-color-scheme: dark)');

root.dataset.js = '';
if (dress.theme !== 'auto') root.dataset.theme = dress.theme;
if (!dress.brand) root.dataset.brand = '0';

/** An accent is checked against the paper it will stand on, again when the system turns light or dark. */
function dye(): void {
  const isDark = dress.theme === 'dark' || (dress.theme === 'auto' && dark.matches);
  const accent = accentOn(dress, isDark ? 'dark' : 'light');
  if (accent) root.style.setProperty('--host', accent);
  else root.style.removeProperty('--host');
  root.toggleAttribute('data-accent', accent !== undefined);
}
dye();
dark.addEventListener?.('change', dye);
