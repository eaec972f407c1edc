import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from '../seed/seed.ts';
import { SeedError } from '../seed/seed-files.ts';
import { APP_FOLDER, runCommand } from './run.ts';

/** `seed [--force] [--folder <path>]`: writes the demonstration content, where it isn't there already. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { force: { type: 'boolean', default: false }, folder: { type: 'string' } },
  });
  return runCommand(async (strapi) => {
    const start = Date.now();
    try {
      const { counts, kept } = await seed(strapi, {
        folder: values.folder ?? join(APP_FOLDER, 'seed'),
        force: values.force,
        onProgress: (document, outcome) => say(`  ${outcome === 'created' ? '+' : '~'} ${document}`),
      });
      for (const document of kept)
        say(`  = ${document} (modifié dans l’administration / changed in the admin)`);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      say(
        `Contenu / content: ${counts.created} créés / created, ${counts.updated} mis à jour / updated, ` +
          `${counts.unchanged} inchangés / unchanged, ${counts.kept} laissés / kept (${seconds} s)`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      process.stderr.write(`Contenu refusé / content refused:\n${error.message}\n`);
      return 2;
    }
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main().then((code) => process.exit(code));
