/** "Cite this": copies an entry, and dates its day of reading today. */

/** Today on the reader's calendar, in words: "24 November 2026", "1er juin 2026". */
function today(lang: string): string {
  const words = new Date().toLocaleDateString(lang === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return lang === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** Wakes the copy buttons of the page; where the clipboard is closed they stay hidden. */
export function startCopying(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-today]')) {
    time.textContent = today(document.documentElement.lang);
    time.dateTime = new Date().toISOString().slice(0, 10);
  }
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-text]')) {
    const words = button.innerHTML;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const entry = button.parentElement?.querySelector('[data-copied-from]');
      await navigator.clipboard.writeText(entry?.textContent ?? '');
      button.textContent = button.dataset.done ?? '';
      setTimeout(() => {
        button.innerHTML = words;
      }, 2000);
    });
  }
}
