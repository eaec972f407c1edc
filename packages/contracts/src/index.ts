export * from './content/blocks.ts';
export * from './content/entries.ts';
export * from './content/primitives.ts';
export * from './content/rich-text.ts';
export * from './site/paths.ts';
export * from './site/release.ts';
export * from './site/sync.ts';
