import type { Core } from '@strapi/strapi';
import type { Sender } from './sender.ts';

const senders = new WeakMap<Core.Strapi, Sender>();

/** Gives an application its sender, once. */
export function setSender(strapi: Core.Strapi, sender: Sender): void {
  senders.set(strapi, sender);
}

/** The sender of an application. */
export function senderOf(strapi: Core.Strapi): Sender {
  const sender = senders.get(strapi);
  if (sender === undefined) throw new Error('The sender was asked for before the application was registered');
  return sender;
}
