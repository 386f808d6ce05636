import { circle, line, round, text } from '../scene/marks.ts';
import type { Mark, Tone } from '../scene/types.ts';
import { KM_PER_UNIT, project } from './projection.ts';

/** Places the map on a sheet: frame = map * scale + (x, y). */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** A box in degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The named views. `mali` leaves out the empty far north-west, so that the country fills the sheet. */
export const EXTENTS = {
  africa: { west: -19, south: -34, east: 51, north: 37 },
  whole: { west: -12.3, south: 10.1, east: 4.3, north: 25.1 },
  mali: { west: -12.4, south: 10.1, east: 4.6, north: 21.3 },
  north: { west: -5.5, south: 15, east: 4.7, north: 21 },
  kidal: { west: -0.8, south: 17.4, east: 3.6, north: 20.5 },
} as const satisfies Record<string, Box>;
export type Extent = keyof typeof EXTENTS;

export interface Inset {
  top?: number;
  right?: number;
  bottom?: number;
  left?: number;
}

/** Fits a view into a sheet less its inset (room for words, in frame units), keeping the shape of the land. */
export function camera(extent: Extent | Box, sheet: { width: number; height: number }, inset: Inset = {}): Camera {
  const { west, south, east, north } = typeof extent === 'string' ? EXTENTS[extent] : extent;
  const { top = 0, right = 0, bottom = 0, left = 0 } = inset;
  // The edges of a box in degrees bend on the map: sample them.
  const points = Array.from({ length: 9 }, (_, i) => i / 8).flatMap((t) => {
    const [lon, lat] = [west + (east - west) * t, south + (north - south) * t];
    return [project(south, lon), project(north, lon), project(lat, west), project(lat, east)];
  });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [w, h] = [sheet.width - left - right, sheet.height - top - bottom];
  const scale = Math.min(w / (x1 - x0), h / (y1 - y0));
  return {
    scale: Math.round(scale * 1e4) / 1e4,
    x: round(left + (w - (x1 + x0) * scale) / 2),
    y: round(top + (h - (y1 + y0) * scale) / 2),
  };
}

/** Where a place stands on the sheet, in frame units. */
export function at(view: Camera, { lat, lon }: { lat: number; lon: number }): [number, number] {
  const [x, y] = project(lat, lon);
  return [round(x * view.scale + view.x), round(y * view.scale + view.y)];
}

/** The base map as one mark, placed by the camera. */
export const mapMark = (key: string, view: Camera, id: 'map-africa' | 'map-mali' | 'map-border', opacity = 1, tone?: Tone): Mark => ({
  key,
  role: 'map',
  geometry: { kind: 'use', href: id, ...view },
  ...(opacity !== 1 && { opacity }),
  ...(tone && { tone }),
});

/** Length of a distance on the sheet, in frame units; true at the centre of the map, within 1 % across Mali. */
export const kilometres = (view: Camera, km: number): number => (km / KM_PER_UNIT) * view.scale;

/** A scale bar with its label above; `x`, `y` is its left end. */
export function scaleBar(key: string, view: Camera, km: number, x: number, y: number, label: string, size: number): Mark[] {
  return [
    line(`${key}-line`, 'hair', x, y, x + kilometres(view, km), y, { tone: 'soft' }),
    text(`${key}-text`, 'note', x, y - 4, label, size, { halo: true }),
  ];
}

/** Where Mali lies in Africa: a small silhouette and a dot, `size` frame units high. */
export function locator(key: string, x: number, y: number, size: number): Mark[] {
  const view = camera('africa', { width: size, height: size });
  const placed = { ...view, x: round(view.x + x), y: round(view.y + y) };
  const [cx, cy] = at(placed, { lat: 17.4, lon: -3.5 });
  return [mapMark(`${key}-map`, placed, 'map-africa'), circle(`${key}-dot`, 'dot', cx, cy, 2.5, { tone: 'accent' })];
}
