/** What the painter is asked. */
export interface Wanted {
  svg: string
  /** In units, as the root of the SVG says. */
  size: { width: number; height: number }
}
