import type { Child } from 'hono/jsx'
import type { Language } from '../../../../kernel/language.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import type { Filter, Wish } from '../../find/wish.ts'
import { say } from '../../words.ts'
import { type Choice, choicesOf, type Offered } from './choices.tsx'

interface Props {
  language: Language
  wish: Wish
  offered: Offered
}

const MORE = [
  'role',
  'edition',
  'category',
  'capability',
  'mission',
  'stage',
  'reported',
  'readiness',
  'condition',
  'theme',
  'quantity',
  'link',
] as const satisfies readonly Filter[]

/** What a reader asks for: words and a party at once, everything else one step away. */
export function WishForm({ language, wish, offered }: Props) {
  const shown = { language, wish, offered }
  return (
    <form method="get" action={hrefOf(language, '/pledges')}>
      <div class="flex flex-wrap items-start gap-x-6">
        <Field label={say(language, 'search')} name="q" hint={say(language, 'search.hint')}>
          <input
            class="w-[26rem]"
            type="search"
            id="q"
            name="q"
            value={wish.q}
            maxlength={80}
            aria-describedby="q-hint"
          />
        </Field>
        <Selection {...shown} filter="party" />
        <p>
          <span class="label hidden sm:block" aria-hidden="true">
            {'\u00A0'}
          </span>
          <button class="btn btn-primary" type="submit">
            {say(language, 'show')}
          </button>
        </p>
      </div>
      <details class="mb-4" open={MORE.some((filter) => wish[filter] !== undefined)}>
        <summary>{say(language, 'more-filters')}</summary>
        <div class="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-x-6">
          {MORE.map((filter) => (
            <Selection {...shown} filter={filter} />
          ))}
        </div>
        <p>
          <button class="btn" type="submit">
            {say(language, 'show')}
          </button>
        </p>
      </details>
      {wish.order !== 'party' && <input type="hidden" name="order" value={wish.order} />}
    </form>
  )
}

/** A filter as a list to choose from; one that has nothing to offer is left out, unless it is set. */
function Selection({ language, wish, offered, filter }: Props & { filter: Filter }) {
  const choices = choicesOf(language, filter, offered)
  const chosen = wish[filter]
  if (choices.length === 0 && chosen === undefined) return null
  const groups = Map.groupBy(choices, ({ group }) => group)
  return (
    <Field label={say(language, `filter.${filter}`)} name={filter}>
      <select class="w-full sm:max-w-72" id={filter} name={filter}>
        <option value="">{say(language, 'any')}</option>
        {[...groups].map(([group, all]) => {
          const options = all.map((choice) => <Option choice={choice} chosen={chosen} />)
          return group === undefined ? options : <optgroup label={group}>{options}</optgroup>
        })}
      </select>
    </Field>
  )
}

const Option = ({ choice, chosen }: { choice: Choice; chosen: string | undefined }) => (
  <option value={choice.value} selected={choice.value === chosen}>
    {'\u00A0'.repeat(3 * (choice.depth ?? 0))}
    {choice.label}
  </option>
)

const Field = ({
  label,
  name,
  hint,
  children,
}: {
  label: string
  name: string
  hint?: string
  children: Child
}) => (
  <p class="max-w-full">
    <label class="block" for={name}>
      {label}
    </label>
    {children}
    {hint && (
      <small class="block" id={`${name}-hint`}>
        {hint}
      </small>
    )}
  </p>
)
