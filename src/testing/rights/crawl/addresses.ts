import type { Feature } from '../../../platform/feature.ts'
import type { AnyPage, AnyResource } from '../../../platform/http/page.ts'
import type { Stage } from '../stage/stage.ts'

/** One address of a page or a file, filled in from the stage. */
export interface Address {
  reads: AnyPage | AnyResource
  /** Below the language: `/seoul2021/programme?kind=panel`. */
  path: string
}

type Values = Readonly<Record<string, readonly string[]>>

/** A parameter may bear a pattern, with braces in it: `:batch{[0-9a-f-]{36}\.pdf}`. */
const PARAMETER = /:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/g
const namesOf = ({ path }: AnyPage | AnyResource) =>
  [...path.matchAll(PARAMETER)].map(([, name]) => name as string)

/** Every combination of values for the parameters of a path. */
const combined = (names: readonly string[], values: Values): Record<string, string>[] =>
  names.reduce<Record<string, string>[]>(
    (rows, name) =>
      rows.flatMap((row) => (values[name] ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}],
  )

/**
 * Every address that the features have, with the things of the stage.
 *
 * @throws Error with a sentence for whoever added a page about a thing that the stage does not know.
 */
export function addressesOf(
  features: readonly Feature[],
  { values, of, together, searches }: Stage['addresses'],
): Address[] {
  const all = features.flatMap(({ pages = [], resources = [] }) => [...pages, ...resources])
  // A picture has no words to look for; the drawing of the same chart has.
  const legible = all.filter((reads) => reads.kind === 'page' || reads.type !== 'image/png')
  return legible.flatMap((reads) => {
    const known = { ...values, ...of[reads.name] }
    const unknown = together[reads.name] ? undefined : namesOf(reads).find((name) => !known[name])
    if (unknown !== undefined) {
      throw new Error(
        `Nobody can read ${reads.name} (${reads.path}): no thing is known for «${unknown}». Tell of one in src/testing/rights/stage/addresses.ts.`,
      )
    }
    const rows = together[reads.name] ?? combined(namesOf(reads), known)
    const paths = rows.map((row) =>
      reads.path.replace(PARAMETER, (_, name: string) => encodeURIComponent(row[name] ?? '')),
    )
    const asked = searches[reads.name] ?? ['']
    return paths.flatMap((path) =>
      asked.map((search) => ({ reads, path: (path === '/' ? '' : path) + search })),
    )
  })
}
