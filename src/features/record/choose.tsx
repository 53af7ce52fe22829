import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { ancestorsOf } from '../capabilities/model.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Labels } from '../parties/model.ts'
import { withAncestors } from '../pledges/find/facets.ts'
import type { Entry } from './ledger.model.ts'
import { say } from './words.ts'

/** What can be chosen; the deeper it stands in a tree, the further in. */
export interface Option {
  value: string
  label: string
  depth?: number
}

/** A question to the reader: what the address calls it, what it is called here, and what can be chosen. */
export interface Choice {
  name: string
  label: string
  chosen: string | undefined
  options: readonly Option[]
}

/** What is chosen for a page: a plain form whose answer has an address. */
export function Choose({
  language,
  address,
  choices,
}: {
  language: Language
  /** The page's own address, without its language. */
  address: string
  choices: readonly Choice[]
}) {
  return (
    <form class="flex flex-wrap items-end gap-x-6" method="get" action={hrefOf(language, address)}>
      {choices.map(({ name, label, chosen, options }) => (
        <p class="max-w-full">
          <label class="block" for={name}>
            {label}
          </label>
          <select id={name} name={name}>
            <option value="">{say(language, 'choose.any')}</option>
            {options.map(({ value, label: said, depth = 0 }) => (
              <option value={value} selected={value === chosen}>
                {'\u00A0'.repeat(3 * depth)}
                {said}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p>
        <button class="btn btn-primary" type="submit">
          {say(language, 'choose.show')}
        </button>{' '}
        <a class="btn btn-ghost" href={hrefOf(language, address)}>
          {say(language, 'choose.all')}
        </a>
      </p>
    </form>
  )
}

/** The editions of our sample, oldest first. */
export const editionOptions = (
  language: Language,
  editions: readonly Pick<Outline, 'id' | 'shortName'>[],
): Option[] =>
  editions.map(({ id, shortName }) => ({ value: id, label: readingOf(shortName, language).value }))

/** The capabilities that occur in some pledges, with those above them, as the tree has them. */
export function capabilityOptions(
  language: Language,
  names: ReadonlyMap<string, Labels>,
  entries: readonly Pick<Entry, 'capabilities'>[],
): Option[] {
  const occurring = new Set(
    [...new Set(entries.flatMap(({ capabilities }) => capabilities))].flatMap(withAncestors),
  )
  return [...names]
    .filter(([code]) => occurring.has(code))
    .map(([code, labels]) => ({
      value: code,
      label: labels[language],
      depth: ancestorsOf(code).length,
    }))
}
