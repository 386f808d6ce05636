/** Colours that stand for somebody, told apart by every eye; what stands beside them is that no colour stands alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scene, Tone } from '../../src/scene/types.ts';
import { apart, VISIONS, type Vision } from './colour.ts';
import { drawings } from './input.ts';

const sheet = readFileSync('src/styles/tokens.css', 'utf8');
const dark = sheet.indexOf('@media (prefers-color-scheme: dark)');
const THEMES = { light: sheet.slice(0, dark), dark: sheet.slice(dark) };
const hex = (theme: keyof typeof THEMES, tone: string): string => {
  const found = new RegExp(`--${tone}:\\s*(#[0-9a-f]{6})`).exec(THEMES[theme])?.[1];
  if (!found) throw new Error(`no --${tone} in the ${theme} theme`);
  return found;
};

/** Tones that say nothing about who: paper, lines, words. */
const NEUTRAL: ReadonlySet<Tone> = new Set(['rule', 'paper', 'raised', 'soft', 'ink']);
/** CIEDE2000; plain at a glance, several times what is just noticed. */
const LEAST = 10;

const tonesOf = (scene: Scene): Tone[] =>
  [...new Set(scene.marks.flatMap(({ tone, geometry }) => (tone && geometry.kind !== 'text' && !NEUTRAL.has(tone) ? [tone] : [])))].sort();

/** Every two tones that share a picture at some step, with one picture they share. */
const pairs = new Map<string, readonly [Tone, Tone, string]>();
for (const { name, scenes } of drawings)
  for (const scene of scenes) {
    const tones = tonesOf(scene);
    for (const [i, a] of tones.entries()) for (const b of tones.slice(i + 1)) pairs.set(`${a}, ${b}`, [a, b, name]);
  }

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])('in the %s theme', (theme) => {
  it.each(Object.keys(VISIONS) as Vision[])('tones that share a picture stand apart (%s)', (vision) => {
    const close = [...pairs.values()]
      .map(([a, b, where]) => ({ where: `${a} and ${b} in ${where}`, far: apart(hex(theme, a), hex(theme, b), vision) }))
      .filter(({ far }) => far < LEAST)
      .map(({ where, far }) => `${where}: ${far.toFixed(1)}`);
    expect(close).toEqual([]);
  });
});

describe('the computation', () => {
  it('looks at pairs that there are', () => {
    expect(pairs.size).toBeGreaterThan(20);
  });

  it('knows what a colour-blind eye confuses: red and green for one that lacks the long or the middle cone', () => {
    const [red, green] = ['#b24745', '#5f7f3a'];
    expect(apart(red, green, 'usual')).toBeGreaterThan(40);
    expect(apart(red, green, 'protanopia')).toBeLessThan(apart(red, green, 'usual') / 2);
    expect(apart(red, green, 'deuteranopia')).toBeLessThan(apart(red, green, 'usual') / 2);
    expect(apart(red, green, 'tritanopia')).toBeGreaterThan(30);
  });
});
