import { getDocumentProxy } from 'unpdf'
import type { SourceLine } from '../lines.ts'

interface Piece {
  str: string
  hasEOL: boolean
  width: number
  height: number
  transform: number[]
}

const x = (piece: Piece) => piece.transform[4] ?? 0
const y = (piece: Piece) => piece.transform[5] ?? 0
/** Columns of a table stand further apart than words do. */
const COLUMN_GAP = 2.2

/** Puts the pieces of a page together: what stands at one height is one line, a wide gap parts its columns. */
function linesOfPage(pieces: readonly Piece[]): string[] {
  const lines: string[] = []
  let line = ''
  let last: Piece | null = null
  for (const piece of pieces) {
    const height = piece.height || last?.height || 10
    if (last && Math.abs(y(piece) - y(last)) > height * 0.5) {
      lines.push(line)
      line = ''
      last = null
    }
    if (piece.str === '') continue
    const gap = last
      ? Math.max(x(piece) - x(last) - last.width, x(last) - x(piece) - piece.width)
      : 0
    const joint = last && piece.str.trim() !== '' && gap > height * COLUMN_GAP ? '\t' : ''
    line += joint + piece.str
    last = piece.str.trim() === '' ? last : piece
  }
  return [...lines, line].map((one) => one.replace(/ *\t */g, '\t').trim())
}

/** The lines of a PDF, page after page. */
export async function linesOfPdf(bytes: Uint8Array): Promise<SourceLine[]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  const lines: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    lines.push(...linesOfPage(items.filter((item) => 'str' in item) as Piece[]))
  }
  await document.cleanup()
  return lines
}
