/** How a host may dress an embed: three parameters of its address, read as data and never as markup or style. Pure. */

export interface Dress {
  theme: 'light' | 'dark' | 'auto';
  /** `#rrggbb` for links and rules; the figure keeps its own colours, which mean something. */
  accent: string | undefined;
  /** Whether the site's name stands over the figure. */
  brand: boolean;
}

/** The page's own background in each theme, as `tokens.css` has it; a test holds them together. */
export const PAPER = { light: '#faf6ee', dark: '#14132a' } as const;

/** WCAG's contrast for text; an accent below it would make links hard to read. */
const LEAST = 4.5;

/** `?theme=light|dark|auto&accent=<6 hex>&brand=0|1`; what is not on that list is as if it were not there. */
export function dressOf(search: string): Dress {
  const given = new URLSearchParams(search);
  const theme = given.get('theme');
  const accent = given.get('accent') ?? '';
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    accent: /^[\da-f]{6}$/i.test(accent) ? `#${accent.toLowerCase()}` : undefined,
    brand: given.get('brand') !== '0',
  };
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The accent to use on light or dark paper, or nothing where it could not be read there. */
export const accentOn = ({ accent }: Dress, paper: keyof typeof PAPER): string | undefined =>
  accent && contrast(accent, PAPER[paper]) >= LEAST ? accent : undefined;
