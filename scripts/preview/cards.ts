import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Built, Page } from './built.ts';
import { type Finding, fail, look, type Outcome } from './types.ts';

const WIDTH = 1200;
const HEIGHT = 630;
/** Some messengers show no picture at all above this, in bytes. */
const HEAVIEST = 250_000;

/** What is wrong with one picture, whatever page names it. */
async function ofPicture(path: string, folder: string): Promise<string[]> {
  const file = join(folder, path);
  if (!existsSync(file)) return [`The card is not in this build: ${path}`];
  const bytes = readFileSync(file);
  const size = await imageMetadata(bytes, path).catch(() => undefined);
  return [
    ...(size?.width === WIDTH && size.height === HEIGHT
      ? []
      : [`The card is ${size ? `${size.width} by ${size.height}` : 'no picture'} and should be ${WIDTH} by ${HEIGHT} pixels: ${path}`]),
    ...(bytes.length > HEAVIEST ? [`The card weighs ${Math.ceil(bytes.length / 1000)} kB, more than ${HEAVIEST / 1000}: ${path}`] : []),
  ];
}

/** Pages that people share: those search engines may list. */
const isShared = ({ meta, redirect, file }: Page): boolean => !redirect && file !== '404.html' && !/noindex/.test(meta.get('robots') ?? '');
const isMain = ({ chapter, address }: Page): boolean => chapter || /^[a-z]{2}\/$/.test(address);

/** Whether each page that may be shared has a card: picture, size, weight, alternative text. */
export async function cards({ folder, base, pages }: Built): Promise<Outcome> {
  const known = new Map<string, Promise<string[]>>();
  const ofPage = async (page: Page): Promise<Finding[]> => {
    const image = page.meta.get('og:image');
    if (!image) return [(isMain(page) ? fail : look)(page.address, 'It has no card: whoever shares it shows no picture.')];
    const path = URL.canParse(image) ? new URL(image).pathname : '';
    if (!path.startsWith(base)) return [fail(page.address, `Its card is no full address within this site: ${image}`)];
    const local = decodeURI(path.slice(base.length));
    const wrong = known.get(local) ?? ofPicture(local, folder);
    known.set(local, wrong);
    return [
      ...(await wrong).map((words) => fail(page.address, words)),
      ...(page.meta.get('og:image:alt') ? [] : [look(page.address, 'Its card has no alternative text.')]),
    ];
  };
  const shared = pages.filter(isShared);
  const findings = (await Promise.all(shared.map(ofPage))).flat();
  return { findings, seen: `${known.size} cards on ${shared.length} pages that may be shared.` };
}
