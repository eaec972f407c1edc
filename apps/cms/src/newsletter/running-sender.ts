import { applicationPart } from '../platform/application-part.ts';
import type { Sender } from './sender.ts';

const part = applicationPart<Sender>('sender');

/** Gives an application its sender, once. */
export const setSender = part.set;

/** The sender of an application. */
export const senderOf = part.of;
