/** Spares people with a script the button of a page that has no other use; what only reads mail runs none (L2). */
document.querySelector<HTMLFormElement>('form[data-posts-itself]')?.requestSubmit();
