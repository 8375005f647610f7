/** Where ZIP codes lie, read from the file of the build when the first one is asked for. */

import { readPostalPlaces } from '../io/postal-places.ts';
import { decodePlaces, type PlaceOfCode } from '../referral/postal-places.ts';

let places: PlaceOfCode | undefined;

/** The middle of a ZIP code's area; undefined where it is not known. */
export const placeOfCode: PlaceOfCode = (postalCode) => {
  places ??= placesOfBuild();
  return places(postalCode);
};

function placesOfBuild(): PlaceOfCode {
  const bytes = readPostalPlaces();
  return (bytes === undefined ? undefined : decodePlaces(bytes)) ?? (() => undefined);
}
