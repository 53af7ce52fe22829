import type { Sharp } from 'sharp'
import type { PICTURES } from '../../kernel/documents/files.ts'

export type PictureTrouble = 'file-damaged' | 'file-too-many-pixels'
export type PictureKind = (typeof PICTURES)[number]

/** A photograph of a telephone has 12 or 50 million; what has more unpacks to more than a process may take. */
const MOST_PIXELS = 60_000_000
/** A page of A4 at 350 dots an inch, in pixels along its longer side: finer is made to fit. */
const LONGEST_SIDE = 4_096
/** In seconds: then it is no photograph, but a puzzle. */
const PATIENCE = 20

let loading: Promise<typeof import('sharp').default> | undefined

/** The painter comes when somebody hands in a picture: it takes 25 MB, and most processes never need it. */
function painter() {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // One picture at a time and nothing kept: memory counts for more than speed here.
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  })
  return loading
}

/**
 * Paints a picture anew, upright: what a camera wrote beside it (place, time, serial numbers), thumbnails, colour
 * profiles, later frames and whatever somebody hid in it stay behind. Its size is read from its head before anything is unpacked.
 */
export async function painted(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<{ bytes: Uint8Array } | { trouble: PictureTrouble }> {
  const sharp = await painter()
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return { trouble: 'file-too-many-pixels' }
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .timeout({ seconds: PATIENCE })
    return { bytes: await asKind[kind](picture).toBuffer() }
  } catch {
    return { trouble: 'file-damaged' }
  }
}

const asKind: Readonly<Record<PictureKind, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.jpeg({ quality: 88 }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
  webp: (picture) => picture.webp({ quality: 88 }),
}
