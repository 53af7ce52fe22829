import type { Language } from '../../../../kernel/language.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { addressOfList } from '../../find/wish.ts'
import { say } from '../../words.ts'
import { choicesOf, type Offered } from './choices.tsx'

interface Props {
  language: Language
  offered: Offered
}

/** The first ways into the list: every state and edition that has a pledge, by name, one step away. */
export const Ways = (props: Props) => (
  <div class="grid gap-x-16 lg:grid-cols-[4fr_1fr]">
    <Register {...props} filter="party" columns="columns-[9.5rem] sm:columns-[11rem]" />
    <Register {...props} filter="edition" columns="columns-[9.5rem]" />
  </div>
)

/** And every kind of capability. */
export const Capabilities = (props: Props) => (
  <Register {...props} filter="capability" columns="columns-[17rem]" />
)

function Register({
  language,
  offered,
  filter,
  columns,
}: Props & { filter: 'party' | 'edition' | 'capability'; columns: string }) {
  const choices = choicesOf(language, filter, offered).filter(({ depth = 0 }) => depth === 0)
  return (
    <nav aria-labelledby={`by-${filter}`}>
      <h2 id={`by-${filter}`}>{say(language, `register.${filter}`)}</h2>
      <ul class={`${columns} gap-x-8 leading-snug [&>li]:break-inside-avoid`}>
        {choices.map(({ value, label }) => (
          <li class="mb-0">
            <a
              class="block py-1 no-underline hover:underline"
              href={hrefOf(language, addressOfList({ [filter]: value }))}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
