import cluster from 'node:cluster';
import pino from 'pino';
import { serverConfig } from './config.ts';
import { serve } from './serve.ts';
import { runWorkers } from './workers.ts';

async function main(): Promise<void> {
  const config = serverConfig(process.env);
  const log = pino({ name: 'web', level: config.logLevel });
  const stop =
    cluster.isPrimary && config.workers > 1 ? runWorkers(config.workers, log) : await serve(config, log);

  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

main().catch(fail);
