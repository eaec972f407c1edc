import type { Core } from '@strapi/strapi';
import { filesSettingOf } from '../adapters/files-setting.ts';
import { type Incoming, lookAtInvitation, receiveFile } from '../adapters/receive.ts';

/** What the web server hands over of visitors' files. */
const visitorFiles = ({ strapi }: { strapi: Core.Strapi }) => ({
  look: (token: string) => lookAtInvitation(filesSettingOf(strapi), token),
  receive: (incoming: Incoming) => receiveFile(filesSettingOf(strapi), incoming),
});

export default visitorFiles;
