import { circle, text } from '../scene/marks.ts';
import type { Mark, Scene } from '../scene/types.ts';
import { at, camera, mapMark } from './camera.ts';
import type { PlacePoint } from './place.ts';

/** Towns of the cover, and the side their names stand on. */
const TOWNS: readonly { id: string; side: 'start' | 'end' | 'middle'; dx: number; dy: number }[] = [
  { id: 'kidal', side: 'start', dx: 12, dy: 5 },
  { id: 'gao', side: 'end', dx: -11, dy: 16 },
  { id: 'timbuktu', side: 'end', dx: -11, dy: -6 },
  { id: 'menaka', side: 'end', dx: 6, dy: 22 },
  { id: 'mopti', side: 'start', dx: 11, dy: 10 },
  { id: 'segou', side: 'start', dx: 9, dy: 16 },
  { id: 'bamako', side: 'start', dx: 12, dy: 5 },
  { id: 'kayes', side: 'start', dx: 10, dy: 5 },
  { id: 'sikasso', side: 'end', dx: -8, dy: -8 },
  { id: 'taoudenit', side: 'start', dx: 10, dy: 5 },
];

/** The cover's map: the whole country in hairlines, its towns by name, Kidal in the accent. */
export function coverScene(place: (id: string) => PlacePoint, name: (id: string) => string): Scene {
  const sheet = { width: 640, height: 600 };
  const view = camera('whole', sheet, { top: 14, right: 14, bottom: 14, left: 14 });
  const towns = TOWNS.flatMap(({ id, side, dx, dy }): Mark[] => {
    const [x, y] = at(view, place(id));
    const chief = id === 'kidal';
    return [
      circle(`ring-${id}`, 'ring', x, y, chief ? 7 : 4, { tone: chief ? 'accent' : 'ink', weight: chief ? 3 : 1.5 }),
      text(`name-${id}`, chief ? 'head' : 'label', x + dx, y + dy, name(id), chief ? 22 : 16, {
        anchor: side,
        halo: true,
        tone: chief ? 'ink' : 'soft',
      }),
    ];
  });
  return { ...sheet, marks: [mapMark('map', view, 'map-mali'), ...towns] };
}
