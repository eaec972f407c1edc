/** Slots of a reader's own, and what stands for them where there is no reader. */
const SLOTS = /\ue000[a-z]+\ue001/g;

interface Previewed {
  subject: string;
  html: string;
  text: string;
  images: readonly { cid: string; mime: string; base64: string }[];
}

/** A rendition as a page can show it: its images within it, and links of a reader that lead nowhere. */
export function previewOf({ subject, html, text, images }: Previewed) {
  const shown = images.reduce(
    (page, { cid, mime, base64 }) => page.replaceAll(`cid:${cid}`, `data:${mime};base64,${base64}`),
    html,
  );
  return { subject, html: shown.replace(SLOTS, '#'), text: text.replace(SLOTS, '#') };
}
