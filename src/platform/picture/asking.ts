/** What the painter is asked. */
export interface Wanted {
  id: number
  svg: string
  /** In units, as the root of the SVG says. */
  size: { width: number; height: number }
}

/** What it answers. */
export type Painted = { id: number; png: Uint8Array } | { id: number; error: string }
