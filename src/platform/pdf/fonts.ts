import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontverter from 'fontverter'
import type { Language } from '../../kernel/language.ts'

const require = createRequire(import.meta.url)

const SERIF = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]
const SCRIPTS: Partial<Record<Language, string>> = {
  ar: '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic',
  ko: '@fontsource/noto-sans-kr/files/noto-sans-kr-korean',
  zh: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified',
}

/** The families that a document names, the face of its own script before those of the others. */
export const FAMILIES = ['Source Serif 4', 'Noto Naskh Arabic', 'Noto Sans SC', 'Noto Sans KR']

const read = async (file: string): Promise<Buffer> => {
  const face = await readFile(require.resolve(file))
  return file.endsWith('.woff2') ? fontverter.convert(face, 'truetype', 'woff2') : face
}

/**
 * Every face that a document may need, regular and semibold, in the TrueType that a typesetter reads.
 * About 30 MB and a quarter of a second: once per process, when the first document is asked for.
 */
export const faces = (): Promise<Buffer[]> =>
  Promise.all([
    ...SERIF.map(read),
    ...Object.values(SCRIPTS).flatMap((face) =>
      ['400', '600'].map((weight) => read(`${face}-${weight}-normal.woff2`)),
    ),
  ])
