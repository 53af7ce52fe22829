import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { faces } from './fonts.ts'

let compiler: Promise<NodeCompiler> | undefined

/**
 * Sets a document by Typst. The template reads its data by `json.decode(sys.inputs.data)`, so that no word of
 * anybody is ever read as markup. `at` is printed as the file's date of creation: same input, same bytes.
 *
 * @throws Error with Typst's own message where the template is wrong: a defect of ours.
 */
export async function typeset(
  template: string,
  data: unknown,
  at: Temporal.Instant,
): Promise<Uint8Array> {
  compiler ??= faces().then((blobs) => NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] }))
  const typst = await compiler
  const document = typst.compile({
    mainFileContent: template,
    inputs: { data: JSON.stringify(data) },
  })
  const set = document.result
  if (!set) {
    const diagnostics = typst.fetchDiagnostics(document.takeError() as never)
    throw new Error(`Typst refuses the template: ${JSON.stringify(diagnostics)}`)
  }
  const pdf = typst.pdf(set, { creationTimestamp: Math.floor(at.epochMilliseconds / 1000) })
  typst.evictCache(10)
  return pdf
}
