/**
 * The one script a host may paste: makes the frames of this site as tall as they say they are. It listens to frames whose address is
 * under its own, takes a finite number from each, and nothing else.
 */
// A module only to the compiler: what is shipped is one classic script.
export {};

const base = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, 'embed/');
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(base));

addEventListener('message', ({ source, data }) => {
  const height: unknown = data?.sentinel === 'amp' && data.type === 'embed-size' && data.height;
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  // A border that the host draws inside the frame's box is not the figure's room.
  const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.ceil(Math.min(Math.max(height, 100), 10_000)) + border}px`;
});
// A frame that was there before this script has spoken already.
for (const { contentWindow } of frames()) contentWindow?.postMessage({ message: 'ready' }, '*');
