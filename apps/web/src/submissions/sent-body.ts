/** A form as it was sent: what the web server has read of a request, within its limit. */
export interface SentBody {
  bytes: Uint8Array;
  /** The Content-Type header. */
  type: string;
}

/** Most forms come so, and are read without the streams of a `Request`, which are slow. */
const URL_ENCODED = /^application\/x-www-form-urlencoded(?:;|$)/i;

/**
 * The fields of a form that was sent; null when it is none.
 *
 * @param sent by the web server; without one (`astro dev`) the request itself is read.
 */
export async function formOf(sent: SentBody | undefined, request: Request): Promise<FormData | null> {
  if (sent && URL_ENCODED.test(sent.type)) {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(Buffer.from(sent.bytes).toString()))
      form.append(name, value);
    return form;
  }
  const body = sent
    ? new Response(new Uint8Array(sent.bytes), { headers: { 'content-type': sent.type } })
    : request;
  return await body.formData().catch(() => null);
}
