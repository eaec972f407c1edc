import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveRelease } from '../live-release.ts';

/**
 * Lays the pages of a release out as files with their gzip forms, and configures nginx for them: one worker,
 * like the other servers, and no log.
 *
 * @param headers sent with each answer, those of ours.
 * @returns arguments for nginx to run in the foreground.
 */
export function layOutNginx(
  folder: string,
  release: LiveRelease,
  port: number,
  headers: readonly (readonly [string, string])[],
): string[] {
  for (const path of release.pages) {
    const page = join(folder, 'site', path);
    mkdirSync(page, { recursive: true });
    copyFileSync(release.objectOf(path), join(page, 'index.html'));
    copyFileSync(`${release.objectOf(path)}.gz`, join(page, 'index.html.gz'));
  }
  const added = headers.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`);
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  types { text/html html; }
  charset utf-8;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=20000;
  gzip_static always;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    # One open file a page: with the index module it would be two, more than a process may have.
    rewrite ^(.*)/$ $1/index.html break;
    ${added.join('\n    ')}
  }
}
`,
  );
  return ['-c', config, '-e', `${folder}/error.log`];
}
