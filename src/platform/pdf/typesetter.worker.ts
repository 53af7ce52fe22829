import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { answerWith } from '../thread/answer.ts'
import { faces } from './fonts.ts'
import type { Manuscript, Standard } from './manuscript.ts'

/*
 * Runs in a thread of its own: a report of twenty pages takes half a second, in which nobody else should wait.
 */

const compiler = faces().then((blobs) => NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] }))

answerWith(async ({ template, data, seconds, standard }: Manuscript): Promise<Uint8Array> => {
  const typst = await compiler
  const document = typst.compile({ mainFileContent: template, inputs: { data } })
  const set = document.result
  if (!set) throw new Error(JSON.stringify(typst.fetchDiagnostics(document.takeError() as never)))
  const pdf = print(typst, set, seconds, standard)
  typst.evictCache(10)
  return pdf
})

/** What does not keep the standard is printed all the same, and says nothing of it. */
function print(
  typst: NodeCompiler,
  set: NodeTypstDocument,
  creationTimestamp: number,
  standard: Standard | null,
): Uint8Array {
  if (standard !== null) {
    try {
      return typst.pdf(set, { creationTimestamp, pdfStandard: standard })
    } catch {
      // Letters that no reader could give back, above all: the document is needed more than its mark.
    }
  }
  return typst.pdf(set, { creationTimestamp })
}
