// Runs before the first paint: the reader's choices decide the layout, so that nothing moves later.
// Storage may be closed (sandboxed frames, private windows); then every visit starts with the defaults.
(() => {
  const root = document.documentElement;
  root.dataset.js = '';
  try {
    const mode = localStorage.getItem('mode');
    const motion = localStorage.getItem('motion');
    if (mode === 'scroll' || mode === 'step' || mode === 'text') root.dataset.mode = mode;
    if (motion === 'on' || motion === 'off') root.dataset.motion = motion;
    else if (matchMedia('(prefers-reduced-motion: reduce)').matches) root.dataset.motion = 'off';
  } catch {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) root.dataset.motion = 'off';
  }
  // A page whose one figure is turned by its own controls: nothing there moves by scrolling.
  if ('still' in root.dataset) root.dataset.mode = 'step';

  // A chapter whose reader chose the light version for good. The light version has no script: its way back says "?full".
  const lite = document.querySelector('link[data-lite]');
  const search = new URLSearchParams(location.search);
  try {
    if (lite && search.has('full')) {
      search.delete('full');
      history.replaceState(history.state, '', `${location.pathname}${`?${search}`.replace(/^\?$/, '')}${location.hash}`);
      localStorage.removeItem('lite');
    } else if (lite && localStorage.getItem('lite') === 'on') location.replace(lite.href + location.hash);
  } catch {}
  // Asked by the browser to save data: the offer is made more plainly, the choice stays the reader's.
  const { connection = {} } = navigator;
  if (connection.saveData) root.dataset.saveData = '';

  // The page's own script did not arrive, did not start, or the page was cut off before it: the layout becomes the one of
  // a page without script, so that no control is dead and no step hidden. Failures of files do not bubble: hence capture.
  const giveUp = (event) => {
    // It has started and is at work; what goes wrong from here on comes as an error.
    if (event.type === 'load' && 'started' in root.dataset) return;
    // Told to the window like an error, and none: sizes are looked at again in the next frame.
    if (/^ResizeObserver loop/.test(event.message)) return;
    const fault = event.type === 'load' || event.target === window || event.target.localName === 'script';
    if (fault && !('ready' in root.dataset)) delete root.dataset.js;
  };
  addEventListener('error', giveUp, true);
  addEventListener('load', giveUp);
})();
