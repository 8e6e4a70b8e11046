/** No answer that this product needs is nearly so long: what goes on is cut off. Counted after decompression. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reads an answer's body as text. Rejects when it breaks off or is longer than 5 MB; the caller lets go of the connection. */
export async function readBody({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the answer is too long');
    text += decoder.decode(value, { stream: true });
  }
}
