/** The page's own address, which a page read from disk or from an attachment may not always change. */

/** Puts another query or anchor into the address without a new entry in the history, where the browser allows it. */
export function replaceAddress(address: string | URL): void {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Pages shown from a message or a sandbox keep the address they were given: only the memory of the place is lost.
  }
}

/** The address to pass on for a moment: of this page, or from disk of the page it is a copy of. */
export function shareable(hash: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const page = location.protocol.startsWith('http') ? location.href : (canonical?.href ?? location.href);
  return new URL(`#${hash}`, page).href;
}
