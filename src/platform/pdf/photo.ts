/**
 * A photo as a file that a document passes on as it is: the typesetter decodes every picture that it is given, and
 * seven hundred of them would fill half a gigabyte; what stands inside a drawing it leaves alone.
 *
 * @param jpeg the photo, and how many dots it is wide and high.
 */
export function photoFile(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const size = `width="${width}" height="${height}"`
  const source = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${size}><image ${size} href="${source}"/></svg>`,
  )
}
