/** How far apart two places lie. */

import type { GeoPoint } from '../directory/model.ts';

/** The mean radius of the Earth in statute miles: 6,371.0088 km (IUGG, GRS 80). */
const EARTH_RADIUS = 3958.7613;

/** The great-circle distance in statute miles, as the crow flies (haversine formula, which is exact for short ways, too). */
export function milesBetween(from: GeoPoint, to: GeoPoint): number {
  const north = radians(to.latitude - from.latitude);
  const east = radians(to.longitude - from.longitude);
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
