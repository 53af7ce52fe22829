/** As it is printed: 31 by 40 millimetres at 327 dots an inch. */
export const PORTRAIT_WIDTH = 400
export const PORTRAIT_HEIGHT = 514
const QUALITY = 82

/** More pixels than any camera of a phone takes; a picture that claims more is none. */
const MOST_PIXELS = 120_000_000

/**
 * A photo of a person as a badge prints it: JPEG, upright, 400 by 514 dots, cut around what a viewer looks at, and
 * without anything that the camera wrote into it (place, time, owner). About 30 KB whatever came in.
 *
 * @returns null where it is no picture that can be read.
 */
export async function portraitFrom(photo: Uint8Array): Promise<Buffer | null> {
  // Loaded with the first photo: it takes 24 MB, and most processes never see one.
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(PORTRAIT_WIDTH, PORTRAIT_HEIGHT, { fit: 'cover', position: sharp.strategy.attention })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer()
  } catch {
    return null
  }
}
