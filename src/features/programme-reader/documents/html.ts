import { parseHTML } from 'linkedom'
import type { SourceLine } from '../lines.ts'

const SILENT = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'SVG'])
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|DD|DIV|DL|DT|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|THEAD|TFOOT|UL)$/

const TEXT = 3
const ELEMENT = 1

const squeezed = (text: string) => text.replace(/[^\S\u00a0]+/g, ' ').trim()

interface Writing {
  lines: SourceLine[]
  current: string
}

function endLine(writing: Writing): void {
  const text = squeezed(writing.current)
  if (text !== '') writing.lines.push(text)
  writing.current = ''
}

/** A table without tables in it is rows; one that only lays out a page is walked like any block. */
const isRow = (element: Element) => element.tagName === 'TR' && !element.querySelector('table')

function walk(node: Node, writing: Writing): void {
  if (node.nodeType === TEXT) writing.current += node.textContent ?? ''
  if (node.nodeType !== ELEMENT) return
  const element = node as Element
  const { tagName } = element
  if (SILENT.has(tagName)) return
  if (isRow(element)) {
    endLine(writing)
    const cells = [...element.children].map((cell) => squeezed(cell.textContent ?? ''))
    if (cells.some(Boolean))
      writing.lines.push(cells.length === 1 ? (cells[0] as string) : { cells })
    return
  }
  const block = BLOCK.test(tagName) || tagName === 'BR'
  if (block) endLine(writing)
  if (tagName === 'LI') writing.current = '- '
  for (const child of element.childNodes) walk(child, writing)
  if (block) endLine(writing)
}

/** The lines that a reader of a page sees: blocks and line breaks end lines, rows of tables keep their cells. */
export function linesOfHtml(html: string): SourceLine[] {
  const page = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document } = parseHTML(page)
  const writing: Writing = { lines: [], current: '' }
  walk(document.body, writing)
  endLine(writing)
  return writing.lines
}
