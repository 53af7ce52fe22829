import { Worker } from 'node:worker_threads'
import type { Painted, Wanted } from './asking.ts'

/** Built, it stands beside this file; else the source itself runs. */
const PAINTER = new URL(
  import.meta.env.PROD ? './painter.js' : './painter.worker.ts',
  import.meta.url,
)

/** How long the painter waits for more before it gives its memory back, in milliseconds. */
const PATIENCE = 60_000

type Waiting = PromiseWithResolvers<Uint8Array>

interface Painter {
  worker: Worker
  waiting: Map<number, Waiting>
  leaving?: NodeJS.Timeout
}

let painter: Painter | undefined
let last = 0

/** Starts the painter, who keeps the process alive only while somebody waits for a picture. */
function startPainter(): Painter {
  const started: Painter = { worker: new Worker(PAINTER), waiting: new Map() }
  const { worker, waiting } = started
  const forget = () => {
    if (painter === started) painter = undefined
  }
  const rest = () => {
    worker.unref()
    started.leaving = setTimeout(() => {
      forget()
      void worker.terminate()
    }, PATIENCE).unref()
  }
  const gone = (error: unknown) => {
    forget()
    clearTimeout(started.leaving)
    for (const asked of waiting.values()) asked.reject(error)
    waiting.clear()
  }
  worker.on('message', (painted: Painted) => {
    const asked = waiting.get(painted.id)
    waiting.delete(painted.id)
    if (waiting.size === 0) rest()
    if ('png' in painted) asked?.resolve(painted.png)
    else asked?.reject(new Error(`A picture could not be painted: ${painted.error}`))
  })
  worker.on('error', gone)
  worker.on('exit', (code) => gone(new Error(`The painter ended with ${code}`)))
  return started
}

const SIZE = /^<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/

/**
 * Paints an SVG that stands alone as PNG, two dots a unit, at most eight million in all, with the faces of our
 * documents and no others: the same picture on every machine. In another thread, one picture after the other.
 *
 * @throws Error where the SVG does not say its width and height or cannot be read: a defect of ours.
 */
export function paint(svg: string): Promise<Uint8Array> {
  const [, width, height] = SIZE.exec(svg) ?? []
  if (!width || !height) return Promise.reject(new Error('An SVG without width and height'))
  painter ??= startPainter()
  const { worker, waiting, leaving } = painter
  clearTimeout(leaving)
  const asked = Promise.withResolvers<Uint8Array>()
  last += 1
  waiting.set(last, asked)
  worker.ref()
  worker.postMessage({
    id: last,
    svg,
    size: { width: Number(width), height: Number(height) },
  } satisfies Wanted)
  return asked.promise
}
