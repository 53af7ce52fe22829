import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { answerWith } from '../apart/answer.ts'
import { faces } from '../pdf/fonts.ts'
import type { Wanted } from './asking.ts'

/*
 * Runs in a process of its own: a picture takes a tenth of a second or more, in which nobody else should wait.
 */

const require = createRequire(import.meta.url)

const ready = Promise.all([
  faces(),
  readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm),
])

/** How many dots a unit of the drawing has, and how many a picture has at most. */
const SHARPNESS = 2
const MOST_DOTS = 8_000_000

const zoomFor = ({ width, height }: { width: number; height: number }) =>
  Math.min(SHARPNESS, Math.sqrt(MOST_DOTS / (width * height)))

async function paint(svg: string, size: Wanted['size']): Promise<Uint8Array> {
  const [fontBuffers] = await ready
  const painter = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoomFor(size) },
    font: { fontBuffers, defaultFontFamily: 'Source Serif 4' },
  })
  try {
    const picture = painter.render()
    const png = picture.asPng()
    picture.free()
    return png
  } finally {
    painter.free()
  }
}

answerWith(({ svg, size }: Wanted) => paint(svg, size))
