/** The mailbox's style sheet, in the site's colours (`apps/web/src/styles/tokens.css`). */
export const MAILBOX_STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#faf6ef, #0f191c);
  --surface: light-dark(#fffdf9, #18272b);
  --line: light-dark(#dbcfbd, #304348);
  --ink: light-dark(#1c2b30, #ece5d8);
  --ink-soft: light-dark(#4d5b5e, #b4bebb);
  --river: light-dark(#17616a, #86ccd0);
  --focus: light-dark(#9c4420, #f0a479);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.125rem 4rem; }
h1 { margin: 0 0 0.75rem; font: 600 1.75rem/1.2 Georgia, serif; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 0.5rem; font-size: 1rem; }
p { margin: 0.25rem 0 1rem; color: var(--ink-soft); overflow-wrap: anywhere; }
a { color: var(--river); text-underline-offset: 0.15em; }
a:focus-visible, iframe:focus-visible, pre:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
ol { margin: 1.5rem 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--surface); overflow: hidden; }
li { padding: 0.875rem 1.25rem; }
li + li { border-top: 1px solid var(--line); }
li a { font-weight: 600; overflow-wrap: anywhere; }
li p { margin: 0.125rem 0 0; font-size: 0.875rem; }
iframe { display: block; width: 100%; height: 46rem; resize: vertical; border: 1px solid var(--line);
  border-radius: 1rem; background: var(--surface); }
pre { margin: 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--surface); font: 0.8125rem/1.6 ui-monospace, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }
`;
