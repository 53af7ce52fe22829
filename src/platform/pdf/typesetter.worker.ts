import { join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answerWith } from '../apart/answer.ts'
import { faces } from './fonts.ts'
import type { Manuscript } from './manuscript.ts'

/*
 * Runs in a process of its own: a report of twenty pages takes half a second, in which nobody else should wait.
 */

/** Nothing is read from there: it is what a path from the root begins with. */
const ROOT = resolve('/plenum')
const compiler = faces().then((blobs) =>
  NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: blobs }] }),
)

/**
 * A document in one go: one that is kept between compiling and printing would stay in memory until a collector that
 * knows nothing of its size comes by.
 */
function print(typst: NodeCompiler, { template, data, seconds, standard }: Manuscript): Uint8Array {
  const source = { mainFileContent: template, inputs: { data } }
  const creationTimestamp = seconds
  if (standard !== null) {
    try {
      return typst.pdf(source, { creationTimestamp, pdfStandard: standard })
    } catch {
      // Letters that no reader could give back, above all: the document is needed more than its mark.
    }
  }
  return typst.pdf(source, { creationTimestamp })
}

/** What is wrong with a template, as Typst says it. */
function complaint(typst: NodeCompiler, { template, data }: Manuscript): string {
  const document = typst.compile({ mainFileContent: template, inputs: { data } })
  const error = document.takeError()
  return error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'it cannot be printed'
}

answerWith(async (manuscript: Manuscript): Promise<Uint8Array> => {
  const typst = await compiler
  try {
    for (const [path, bytes] of Object.entries(manuscript.files)) {
      typst.mapShadow(
        join(ROOT, path),
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      )
    }
    return print(typst, manuscript)
  } catch {
    throw new Error(complaint(typst, manuscript))
  } finally {
    typst.resetShadow()
    // Hardly two documents are alike: what was remembered of one only takes up room.
    typst.evictCache(0)
  }
})
