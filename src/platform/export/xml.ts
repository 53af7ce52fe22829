import { create } from 'xmlbuilder2'
import type { Element } from '../../kernel/documents/markup.ts'

/** What XML 1.0 cannot carry at all, not even escaped. */
const ILLEGAL = /(?![\n\t])[\p{Cc}\uFFFE\uFFFF]/gu
const clean = (text: string) => text.replace(ILLEGAL, '')

/** Prints a document: escaped, indented, UTF-8. */
export function printXml(root: Element): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  const write = (parent: typeof document, { name, attributes, content }: Element) => {
    const node = parent.ele(name)
    for (const [key, value] of Object.entries(attributes)) node.att(key, clean(value))
    if (typeof content === 'string') node.txt(clean(content))
    else for (const child of content) write(node, child)
  }
  write(document, root)
  return `${document.end({ prettyPrint: true })}\n`
}
