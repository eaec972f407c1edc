import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  describeShownFile,
  removeUnshownFile,
  replaceShownFile,
} from '../../api/site/adapters/shown-files.ts';
import { contentTypeOf } from '../../platform/file-content.ts';

/** The upload plugin's service, as far as it is wrapped here. */
interface UploadService {
  upload(input: unknown, options?: unknown): Promise<unknown>;
  replace(id: number | string, input: unknown, options?: unknown): Promise<unknown>;
  updateFileInfo(id: number | string, input: unknown, options?: unknown): Promise<unknown>;
  remove(file: unknown): Promise<unknown>;
}

interface UploadPlugin {
  services: { upload: (context: { strapi: Core.Strapi }) => UploadService };
}

const idSchema = z.coerce.number().int();
const fileSchema = z.looseObject({ id: idSchema });
const sentFileSchema = z.looseObject({ filepath: z.string() });
const uploadSchema = z.looseObject({ files: z.union([sentFileSchema, z.array(sentFileSchema)]) });
const replaceSchema = z.looseObject({ file: sentFileSchema });

/** Strapi's own extension point for a plugin: puts the site's rules around what changes or removes a file. */
export default function extendUpload(plugin: UploadPlugin): UploadPlugin {
  const createService = plugin.services.upload;
  const upload: typeof createService = (context) => {
    const service = createService(context);
    return {
      ...service,
      async upload(input, options) {
        for (const { filepath } of [uploadSchema.parse(input).files].flat()) await contentTypeOf(filepath);
        return service.upload(input, options);
      },
      async replace(id, input, options) {
        const newType = await contentTypeOf(replaceSchema.parse(input).file.filepath);
        return replaceShownFile(context.strapi, { id: idSchema.parse(id), newType }, () =>
          service.replace(id, input, options),
        );
      },
      // Its focal point is part of what the site shows.
      updateFileInfo: (id, input, options) =>
        describeShownFile(context.strapi, idSchema.parse(id), () =>
          service.updateFileInfo(id, input, options),
        ),
      remove: (file) =>
        removeUnshownFile(context.strapi, fileSchema.parse(file).id, () => service.remove(file)),
    };
  };
  return { ...plugin, services: { ...plugin.services, upload } };
}
