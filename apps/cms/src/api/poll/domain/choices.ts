/** What a ballot may choose: options by their keys, and how many of them. */
export interface Choice {
  keys: readonly string[];
  min: number;
  max: number;
}

/** The places a ballot chooses; null for one that isn't of this poll. `choices` holds each option once. */
export function placesOf({ keys, min, max }: Choice, choices: readonly string[]): number[] | null {
  const places = choices.map((choice) => keys.indexOf(choice));
  return places.length < min || places.length > max || places.includes(-1) ? null : places;
}
