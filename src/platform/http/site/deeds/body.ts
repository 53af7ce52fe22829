import { Refusal } from '../../../../kernel/refusal.ts'

/**
 * The body of a request, read no further than it may be long, whether or not its length was announced.
 *
 * @param most bytes.
 * @throws Refusal of that code, 413.
 */
export async function bytesOf(
  request: Request,
  most: number,
  code: string,
): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => new Refusal(code, 413)
  const announced = request.headers.get('content-length')
  if (Number(announced) > most) throw tooLarge()
  // Node.js reads no further than was announced, and gives all of it at less cost than piece by piece.
  if (announced !== null) return Buffer.from(await request.arrayBuffer())
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > most) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
