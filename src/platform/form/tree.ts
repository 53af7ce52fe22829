/** One field of a form as a browser sends it: a path into the input (`shares.0.role`), and what was typed. */
export interface Field {
  name: string
  value: string
}

/** What was sent, by the paths of its names. */
export interface Branch {
  /** Everything that was sent under exactly this name. */
  values: string[]
  /** Whether somebody said something here or below; what goes without saying does not count. */
  said: boolean
  children: Map<string, Branch>
}

/** `~price.currency`: a field that goes without saying, and makes no object present by itself. */
const QUIET = '~'

/** Names that would reach into the language itself instead of the input. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** The name of a field without what is said about it. */
export const plainName = (name: string): string =>
  name.startsWith(QUIET) ? name.slice(QUIET.length) : name

const branch = (): Branch => ({ values: [], said: false, children: new Map() })

/** Puts the fields of a form where their names point. */
export function treeOf(fields: readonly Field[]): Branch {
  const root = branch()
  for (const { name, value } of fields) {
    const steps = plainName(name).split('.')
    if (steps.some((step) => step === '' || FORBIDDEN.has(step))) continue
    const says = value !== '' && !name.startsWith(QUIET)
    let here = root
    here.said ||= says
    for (const step of steps) {
      const next = here.children.get(step) ?? branch()
      here.children.set(step, next)
      next.said ||= says
      here = next
    }
    here.values.push(value)
  }
  return root
}
