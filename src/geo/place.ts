/** A coordinate of `content/places.csv` in degrees. */
export interface PlacePoint {
  id: string;
  lat: number;
  lon: number;
}
