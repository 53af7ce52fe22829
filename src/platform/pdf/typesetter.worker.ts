import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answerWith } from '../thread/answer.ts'
import { faces } from './fonts.ts'
import type { Manuscript } from './manuscript.ts'

/*
 * Runs in a thread of its own: a report of twenty pages takes half a second, in which nobody else should wait.
 */

const compiler = faces().then((blobs) => NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] }))

answerWith(async ({ template, data, seconds, standard }: Manuscript): Promise<Uint8Array> => {
  const typst = await compiler
  const document = typst.compile({ mainFileContent: template, inputs: { data } })
  const set = document.result
  if (!set) throw new Error(JSON.stringify(typst.fetchDiagnostics(document.takeError() as never)))
  const pdf = typst.pdf(set, {
    creationTimestamp: seconds,
    ...(standard && { pdfStandard: standard }),
  })
  typst.evictCache(10)
  return pdf
})
