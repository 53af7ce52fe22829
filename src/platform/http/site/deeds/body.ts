import { Refusal } from '../../../../kernel/refusal.ts'

/**
 * The body of a request, read no further than it may be long, whether or not its length was announced.
 *
 * @param most bytes.
 * @throws Refusal of that code, 413.
 */
export async function bytesOf(
  { headers, body }: Request,
  most: number,
  code: string,
): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => new Refusal(code, 413)
  if (Number(headers.get('content-length')) > most) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > most) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
