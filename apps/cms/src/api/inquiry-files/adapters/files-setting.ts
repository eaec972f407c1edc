import { applicationPart } from '../../../platform/application-part.ts';
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

const part = applicationPart<FilesSetting>('files of inquiries');

/** Gives an application what its visitors' files are worked with, once. */
export const setInquiryFiles = (setting: FilesSetting): void => part.set(setting.inquiries.strapi, setting);

/** What the application's visitors' files are worked with. */
export const filesSettingOf = part.of;
