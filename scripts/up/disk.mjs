import { statfs } from 'node:fs/promises';
import { SetupFailure } from './failure.mjs';

const GIGABYTE = 1e9;

/** Room for the dependencies, the builds and a first release. */
export const INSTALL_GIGABYTES = 3;

/** Free space for this user on the disk of a folder, in gigabytes. @param {string} folder */
export async function freeGigabytes(folder) {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / GIGABYTE;
}

/**
 * @param {string} folder
 * @param {number} needed in gigabytes
 * @param {(folder: string) => Promise<number>} [measure]
 * @throws {SetupFailure} disk-low
 */
export async function checkDisk(folder, needed, measure = freeGigabytes) {
  const free = await measure(folder);
  if (free < needed) throw new SetupFailure('disk-low', { free: free.toFixed(1), needed });
}
