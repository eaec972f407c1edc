/** `--paper` of `styles/tokens.css`, for what around the page takes its colour and reads no sheet. */
export const PAPER = { light: '#faf6ef', dark: '#0f191c' } as const;
