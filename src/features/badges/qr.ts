import { encode } from 'uqr'

/** A QR code as one path on a square of so many units, without the empty edge that a page sets around it. */
export interface QrPath {
  size: number
  /** The `d` of an SVG path: every run of dark fields in a row is one rectangle. */
  path: string
}

/** A code as it is printed: middle correction, so that a crease or a thumb does not matter. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 0, boostEcc: false })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < size; x += 1) {
      const from = x
      while (row[x]) x += 1
      if (x > from) found.push(`M${from} ${y}h${x - from}v1h-${x - from}z`)
    }
    return found
  })
  return { size, path: runs.join('') }
}
