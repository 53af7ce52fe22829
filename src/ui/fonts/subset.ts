import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4'
const NASKH = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic'

const between = (first: string, last: string) =>
  Array.from({ length: (last.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0) + 1 }, (_, place) =>
    String.fromCodePoint((first.codePointAt(0) ?? 0) + place),
  ).join('')

const FIGURES = '0123456789:.,–−+/()«»\u00A0 '

/** What our pages in a script are made of; a rare letter comes from the system's own serif. */
const FACES = [
  {
    file: 'serif-latin.woff2',
    from: `${SERIF}-latin-wght-normal.woff2`,
    letters: `${between('0', 'Z')}${between('a', 'z')}!"#$%&'*[]_ÀÂÇÉÈÊËÎÏÔÖŒÙÛÜàâçéèêëîïôöœùûüÁÍÓÚÑáíóúñ¡¿ºª‘’—…·°“”${FIGURES}`,
    features: ['kern'],
  },
  {
    file: 'serif-cyrillic.woff2',
    from: `${SERIF}-cyrillic-wght-normal.woff2`,
    letters: `${between('А', 'я')}Ёё№`,
    features: ['kern'],
  },
  {
    file: 'naskh-arabic.woff2',
    from: `${NASKH}-arabic-wght-normal.woff2`,
    letters: `${between('ء', 'غ')}${between('ـ', 'ً')}\u0651،؛؟ `,
    features: ['init', 'medi', 'fina', 'isol', 'rlig', 'mark', 'ccmp', 'kern'],
  },
  {
    file: 'serif-figures.woff2',
    from: `${SERIF}-latin-wght-normal.woff2`,
    letters: `${FIGURES}Plenum`,
    features: ['kern'],
  },
] as const

const require = createRequire(import.meta.url)

/** Cuts every face down to its letters and two weights, into `folder`. The same input gives the same bytes. */
export async function subsetFaces(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const face of FACES) {
    const whole = await readFile(require.resolve(face.from))
    const arabic = face.file === 'naskh-arabic.woff2'
    const part = await subsetFont(whole, face.letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 600 } },
      keepFeatures: [...face.features],
      noHinting: true,
      dropTables: arabic ? ['MVAR', 'STAT'] : ['MVAR', 'STAT', 'GDEF'],
    })
    await writeFile(join(folder, face.file), part)
  }
}

/** Cuts the faces before the stylesheet asks for them; their files are built, not kept in the tree. */
export const faces = (): Plugin => ({
  name: 'plenum-faces',
  buildStart: () => subsetFaces(import.meta.dirname),
})
