/** The one function of d3-geo-projection 4 used here; the package ships no types. */
declare module 'd3-geo-projection' {
  import type { GeoProjection } from 'd3-geo';
  import type { GeoJSON } from 'geojson';
  /** Projects GeoJSON in degrees into planar GeoJSON in the projection's units. */
  export function geoProject(object: GeoJSON, projection: GeoProjection): GeoJSON;
}
