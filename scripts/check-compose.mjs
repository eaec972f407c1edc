import { exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkCompose } from './compose/check.mjs';

/** `node scripts/check-compose.mjs`: ends with 1 and a list when docker-compose.yml or a Dockerfile is wrong. */

const { problems, services, images } = checkCompose(fileURLToPath(new URL('..', import.meta.url)));
if (problems.length > 0) {
  stderr.write(`${problems.map((problem) => `- ${problem}\n`).join('')}`);
  exit(1);
}
stdout.write(
  `compose: ${services} services and ${images} Dockerfiles hold to the specification and to our rules\n`,
);
