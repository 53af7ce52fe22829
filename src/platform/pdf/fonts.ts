import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontverter from 'fontverter'

const require = createRequire(import.meta.url)

/**
 * Latin and Cyrillic by Source Serif, Arabic by Amiri: its text can be searched and copied, where faces that set
 * their dots as glyphs of their own come out of a PDF in pieces. Chinese and Korean by Noto.
 */
const FACES = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff2',
  '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-600-normal.woff2',
  '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2',
  '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff2',
]

const read = async (file: string): Promise<Buffer> => {
  const face = await readFile(require.resolve(file))
  return file.endsWith('.woff2') ? fontverter.convert(face, 'truetype', 'woff2') : face
}

/**
 * Every face that a document may need, regular and semibold, in the TrueType that a typesetter reads.
 * About 30 MB and a quarter of a second: once per process, when the first document is asked for.
 */
export const faces = (): Promise<Buffer[]> => Promise.all(FACES.map(read))
