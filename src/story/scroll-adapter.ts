/**
 * The only file that knows scrollama, and it uses it as an alarm clock: whatever it says, the page is
 * measured again. What it is known to miss (jumps, zoom, a viewport height read once, all but the first
 * record of a batch) is covered by listening for the end of scrolling and for returns to the page.
 */
import scrollama from 'scrollama';

export interface Alarm {
  /** Sets the trigger line anew, after the layout changed. */
  reset(): void;
  stop(): void;
}

/** Milliseconds without a scroll event after which scrolling counts as over where `scrollend` is unknown. */
const STILL = 90;

/**
 * Calls `wake` whenever the step may have changed. `line` is the trigger line as a share (0 to 1) of the
 * viewport's height; it is asked for again on every reset.
 */
export function startAlarm(steps: HTMLElement[], line: () => number, wake: () => void): Alarm {
  const scroller = scrollama();
  let still: ReturnType<typeof setTimeout> | undefined;
  let width = window.innerWidth;
  const arm = (): void => {
    scroller
      .setup({ step: steps, offset: line() as never })
      .onStepEnter(wake)
      .onStepExit(wake);
  };
  const onScroll = (): void => {
    clearTimeout(still);
    still = setTimeout(wake, STILL);
  };
  const onResize = (): void => {
    // A change of height alone is the address bar coming or going: the layout does not follow it.
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      scroller.resize();
    }
    wake();
  };
  arm();
  const listen: [EventTarget, string, () => void][] = [
    [window, 'scroll', onScroll],
    [document, 'scrollend', wake],
    [window, 'resize', onResize],
    [window, 'pageshow', wake],
    [window, 'hashchange', wake],
  ];
  for (const [target, type, call] of listen) target.addEventListener(type, call, { passive: true });
  return {
    reset() {
      scroller.destroy();
      arm();
      wake();
    },
    stop() {
      scroller.destroy();
      clearTimeout(still);
      for (const [target, type, call] of listen) target.removeEventListener(type, call);
    },
  };
}
