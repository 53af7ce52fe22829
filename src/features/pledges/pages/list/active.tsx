import type { Language } from '../../../../kernel/language.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Bdi } from '../../../../ui/text.tsx'
import { addressOfList, filtersOf, type Wish } from '../../find/wish.ts'
import { say } from '../../words.ts'
import { labelOf, type Offered } from './choices.tsx'

/** What narrows the list now; each may be taken away by itself, and all at once. */
export function ActiveFilters({
  language,
  wish,
  offered,
}: {
  language: Language
  wish: Wish
  offered: Offered
}) {
  const active = [
    ...(wish.q ? [{ name: say(language, 'search'), value: wish.q, without: { q: '' } }] : []),
    ...filtersOf(wish).map(({ filter, value }) => ({
      name: say(language, `filter.${filter}`),
      value: labelOf(language, filter, value, offered),
      without: { [filter]: undefined },
    })),
  ]
  if (active.length === 0) return null
  return (
    <nav aria-label={say(language, 'active')}>
      <ul class="flex flex-wrap gap-x-3 gap-y-1">
        {active.map(({ name, value, without }) => (
          <li>
            <a
              class="badge badge-outline h-auto min-h-7 gap-2 py-1 no-underline hover:bg-tint"
              href={hrefOf(language, addressOfList({ ...wish, ...without, page: 1 }))}
            >
              <span>
                {name}
                {say(language, 'colon')}
                <Bdi>{value}</Bdi>
              </span>
              <span aria-hidden="true">×</span>
              <span class="sr-only">{say(language, 'remove')}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={hrefOf(language, '/pledges')}>{say(language, 'show-all')}</a>
        </li>
      </ul>
    </nav>
  )
}
