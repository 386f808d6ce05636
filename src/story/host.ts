/**
 * What an embed and the page around it say to each other. Four listeners that newsrooms already run are told the height in
 * the form each of them knows; of what comes in, one message alone is heard: "ready", which asks for the height again. Pure.
 */

/** How this frame is known to its host. */
export interface Known {
  figure: string;
  /** Pym names its frames in the query. */
  childId: string | undefined;
  /** WordPress names its frames in the fragment. */
  secret: string | undefined;
}

/** Reads both names from the frame's address; anything but letters, digits, hyphen and underscore is refused. */
export function knownAs(figure: string, search: string, hash: string): Known {
  const childId = new URLSearchParams(search).get('childId') ?? '';
  return {
    figure,
    childId: /^[\w-]{1,64}$/.test(childId) ? childId : undefined,
    secret: /[#?&]secret=([A-Za-z0-9]{1,64})(?:&|$)/.exec(hash)?.[1],
  };
}

/** The messages that tell a height in CSS pixels to Pym, AMP, Datawrapper's listener and WordPress. */
export function heightMessages(height: number, { figure, childId, secret }: Known): (string | object)[] {
  return [
    ...(childId ? [`pymxPYMx${childId}xPYMxheightxPYMx${height}`] : []),
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { [figure]: height } },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
  ];
}

/** Whether a message asks for the height: WordPress sends it with the frame's secret, our own loader without any. */
export function asksForHeight(data: unknown, secret: string | undefined): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { message, secret: theirs } = data as Record<string, unknown>;
  return message === 'ready' && theirs === secret;
}
