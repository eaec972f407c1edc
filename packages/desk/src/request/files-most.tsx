import { texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';

const COUNTS = Array.from({ length: 20 }, (_, place) => String(place + 1));

/** How many files somebody is asked for at most. */
export function FilesMost({ value, onChange }: { value: number; onChange: (most: number) => void }) {
  return (
    <Choice
      label={texts().files.most}
      value={String(value)}
      options={COUNTS.map((count) => [count, count])}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
