import { env } from '../src/env.ts';

export default () => ({ level: env().LOG_LEVEL });
