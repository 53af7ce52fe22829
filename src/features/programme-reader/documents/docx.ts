import mammoth from 'mammoth'
import type { SourceLine } from '../lines.ts'
import { linesOfHtml } from './html.ts'

/** The paragraphs, bullets and rows of a Word document. */
export async function linesOfDocx(bytes: Uint8Array): Promise<SourceLine[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      includeDefaultStyleMap: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  return linesOfHtml(value)
}
