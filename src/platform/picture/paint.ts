import { apart } from '../apart/ask.ts'
import type { Wanted } from './asking.ts'

/** Built, it stands beside this file; else the source itself runs. */
const PAINTER = new URL(
  import.meta.env.PROD ? './painter.js' : './painter.worker.ts',
  import.meta.url,
)

const painted = apart<Wanted, Uint8Array>(PAINTER, 'A picture could not be painted')

const SIZE = /^<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/

/**
 * Paints an SVG that stands alone as PNG, two dots a unit, at most eight million in all, with the faces of our
 * documents and no others: the same picture on every machine. In another process, one picture after the other.
 *
 * @throws Error where the SVG does not say its width and height or cannot be read: a defect of ours.
 */
export function paint(svg: string): Promise<Uint8Array> {
  const [, width, height] = SIZE.exec(svg) ?? []
  if (!width || !height) return Promise.reject(new Error('An SVG without width and height'))
  return painted({ svg, size: { width: Number(width), height: Number(height) } })
}
