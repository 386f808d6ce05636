/** "Always" beside the offer of the light version: keeps the choice on the device and goes there. `boot.js` honours it. */
export function offerLite(): void {
  const button = document.querySelector('[data-keep-lite]');
  const link = document.querySelector<HTMLLinkElement>('link[data-lite]');
  if (!button || !link) return;
  button.addEventListener('click', () => {
    try {
      localStorage.setItem('lite', 'on');
    } catch {
      // Storage is closed: the light version opens this once.
    }
    location.assign(link.href);
  });
}
