import { apart } from '../apart/ask.ts'
import type { Manuscript, Standard } from './manuscript.ts'

/** Built, it stands beside this file; else the source itself runs. */
const TYPESETTER = new URL(
  import.meta.env.PROD ? './typesetter.js' : './typesetter.worker.ts',
  import.meta.url,
)

const set = apart<Manuscript, Uint8Array>(TYPESETTER, 'Typst refuses the template')

/**
 * Sets a document by Typst, in another process, one document after the other. The template reads its data by
 * `json(bytes(sys.inputs.data))`, so that no word of anybody is ever read as markup. `at` is printed as the file's
 * date of creation: same input, same bytes.
 *
 * @param standard what the file says that it conforms to, if it does; every document is tagged.
 * @param files pictures that the template names, by their paths from the root: `/photos/1.jpg`.
 * @throws Error with Typst's own message where the template is wrong: a defect of ours.
 */
export const typeset = (
  template: string,
  data: unknown,
  at: Temporal.Instant,
  standard: Standard | null = null,
  files: Manuscript['files'] = {},
): Promise<Uint8Array> =>
  set({
    template,
    data: JSON.stringify(data),
    seconds: Math.floor(at.epochMilliseconds / 1000),
    standard,
    files,
  })
