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
})();
