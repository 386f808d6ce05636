/**
 * Colours as readers with a colour-vision deficiency see them: Machado, Oliveira and Fernandes 2009, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15/6), matrices for full severity, on linear-light sRGB.
 */
import Color from 'colorjs.io';

export const VISIONS = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;
export type Vision = keyof typeof VISIONS;

/** A colour as that eye sees it. */
export function seenBy(hex: string, vision: Vision): Color {
  const [r = 0, g = 0, b = 0] = new Color(hex).to('srgb-linear').coords.map(Number);
  const row = ([x, y, z]: readonly [number, number, number]): number => Math.min(1, Math.max(0, x * r + y * g + z * b));
  const [red, green, blue] = VISIONS[vision];
  return new Color('srgb-linear', [row(red), row(green), row(blue)]);
}

/** CIEDE2000 between two colours as that eye sees them: 2.3 is about what is just noticed, 10 is plain at a glance. */
export const apart = (a: string, b: string, vision: Vision): number => seenBy(a, vision).deltaE(seenBy(b, vision), '2000');
