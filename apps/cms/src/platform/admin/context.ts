import type { IncomingMessage } from 'node:http';

/** The part of Koa's context that controllers for the admin use, with Strapi's `conflict`. */
export interface AdminContext {
  req: IncomingMessage;
  params: unknown;
  query: unknown;
  request: { body?: unknown };
  /** Who is signed in, and what they may do. */
  state: unknown;
  status: number;
  body: unknown;
  type: string;
  set(header: string, value: string): void;
  attachment(name: string): void;
  /** Answers 409. */
  conflict(message: string, details: object): void;
}
