/** A page taken apart: its parts by id, and everything around them. */
export interface Apart {
  /** The page's name for its state, from its `<meta name="plenum-stamp">`. */
  stamp: string
  parts: ReadonlyMap<string, string>
  rest: string
}

const PART = /<!--part ([a-z0-9-]+)-->([\s\S]*?)<!--\/part \1-->/g
const STAMP = /<meta name="plenum-stamp" content="([^"]+)">/

/** Takes a rendered page apart at the comments that `<Part>` leaves; a part within a part goes with the outer one. */
export function apart(html: string): Apart {
  const parts = new Map<string, string>()
  const rest = html.replace(STAMP, '').replace(PART, (_, id: string, content: string) => {
    parts.set(id, content)
    return `<!--part ${id}-->`
  })
  return { stamp: STAMP.exec(html)?.[1] ?? '', parts, rest }
}

const stream = (id: string, content: string) =>
  `<turbo-stream action="replace" method="morph" target="${id}"><template>${content}</template></turbo-stream>`

/**
 * The parts of a page that changed, as Turbo streams; '' where nothing did; null where something changed outside of
 * every part, so that the page has to be fetched again.
 */
export function changesBetween(before: Apart, after: Apart): string | null {
  if (before.rest !== after.rest) return null
  return [...after.parts]
    .filter(([id, content]) => before.parts.get(id) !== content)
    .map(([id, content]) => stream(id, content))
    .join('')
}
