/** The storage of this device, or nothing where it is closed: sandboxed frames, private windows, files. */
export function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
