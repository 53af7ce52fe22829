import { same } from '../../../kernel/same.ts'

/**
 * A record after a file was loaded again: what the file says otherwise than when it was last loaded, and for the rest
 * what stands there, which people may have changed. What was never loaded is taken whole.
 */
export function withNews<Fields extends object>(
  stands: Fields | null,
  loaded: Fields | null,
  file: Fields,
): Fields {
  if (!stands || !loaded) return file
  const fields = Object.entries(file).map(([name, value]) => {
    const key = name as keyof Fields
    return [name, same(value, loaded[key]) ? stands[key] : value]
  })
  return { ...stands, ...(Object.fromEntries(fields) as Fields) }
}
