/** The step at which a build broke off. */
export type BuildStep = 'sync' | 'render' | 'check' | 'write';

/** A build that broke off: the live release stays as it is. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly step: BuildStep;

  constructor(step: BuildStep, message: string, options?: ErrorOptions) {
    super(message, options);
    this.step = step;
  }
}

/** What went wrong in one text: each message of the chain of causes, and what to do where that is known. */
export function explain(error: unknown): string {
  const messages: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    messages.push('code' in at && at.code === 'ENOSPC' ? 'The disk is full: make room.' : at.message);
  }
  return messages.length === 0 ? String(error) : messages.join(' ');
}
