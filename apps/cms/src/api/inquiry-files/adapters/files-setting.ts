import type { Core } from '@strapi/strapi';
import type { ScanFile } from '../../../platform/scanner/adapters/clamd.ts';
import type { InquirySetting } from '../../inquiry/adapters/inquiry-setting.ts';
import type { SealedFiles } from './sealed-files.ts';

/** What visitors' files are worked with. */
export interface FilesSetting {
  inquiries: InquirySetting;
  files: SealedFiles;
  scan: ScanFile;
  /** Whether the scanner answers. */
  isScannerThere: () => Promise<boolean>;
}

const settings = new WeakMap<Core.Strapi, FilesSetting>();

/** Gives an application what its visitors' files are worked with, once. */
export function setInquiryFiles(setting: FilesSetting): void {
  settings.set(setting.inquiries.strapi, setting);
}

/** What the application's visitors' files are worked with. */
export function filesSettingOf(strapi: Core.Strapi): FilesSetting {
  const setting = settings.get(strapi);
  if (setting === undefined) throw new Error('Files were asked for before the application was registered');
  return setting;
}
