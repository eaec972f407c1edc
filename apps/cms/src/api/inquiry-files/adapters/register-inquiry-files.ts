import { registerPersonalTable } from '../../../platform/crypto/personal-tables.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { createClamd, isScannerThere } from '../../../platform/scanner/adapters/clamd.ts';
import type { ScannerAddress } from '../../../platform/scanner/domain/scanner-address.ts';
import type { InquirySetting } from '../../inquiry/adapters/inquiry-setting.ts';
import { registerSweep } from './erase-files.ts';
import { INQUIRY_FILES } from './file-rows.ts';
import { setInquiryFiles } from './files-setting.ts';
import { registerScan } from './scan-job.ts';
import { createSealedFiles } from './sealed-files.ts';

/** Has an application take visitors' files. Before its jobs are started. */
export function registerInquiryFiles(
  inquiries: InquirySetting,
  { folder, scanner }: { folder: string; scanner: ScannerAddress | null },
  jobs: Pick<Jobs, 'work' | 'schedule'>,
): void {
  const setting = {
    inquiries,
    files: createSealedFiles(folder),
    scan: createClamd(scanner),
    isScannerThere: () => isScannerThere(scanner),
  };
  setInquiryFiles(setting);
  registerPersonalTable(inquiries.strapi, {
    table: INQUIRY_FILES,
    rowColumn: 'id',
    wrappedKeyColumn: 'wrapped_key',
    kidColumn: 'kid',
  });
  registerScan(setting, jobs);
  registerSweep(setting, jobs);
}
