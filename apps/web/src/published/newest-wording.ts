import type { ConsentText } from '@passerelle/contracts';

/** The wording of a purpose whose number is the highest; undefined when there is none. */
export function newestWording(
  texts: readonly ConsentText[],
  purpose: ConsentText['purpose'],
): ConsentText | undefined {
  return texts
    .filter((text) => text.purpose === purpose)
    .reduce<ConsentText | undefined>(
      (newest, text) => (newest && numberOf(newest) >= numberOf(text) ? newest : text),
      undefined,
    );
}

/** `inquiry-12` → 12; the contract has seen to its form. */
const numberOf = ({ version }: ConsentText) => Number(version.slice(version.lastIndexOf('-') + 1));
