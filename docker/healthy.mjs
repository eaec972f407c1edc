/** `node healthy.mjs <address>`: ends with 0 when the address answers with success within three seconds, else with 1. */
const [address] = process.argv.slice(2);
const answered = await fetch(address, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
process.exit(answered?.ok ? 0 : 1);
