import { sayNumber } from '../../../../i18n/numbers.ts'
import type { Language } from '../../../../kernel/language.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { addressOfList, type Wish } from '../../find/wish.ts'
import { say } from '../../words.ts'

/** The pages beside this one, the first and the last. */
export function pagesBeside(page: number, pages: number): number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
  return [...new Set(near)].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b)
}

/** The numbers of pages; where some are left out, a mark says so. */
export function Pages({
  language,
  wish,
  page,
  pages,
}: {
  language: Language
  wish: Wish
  page: number
  pages: number
}) {
  if (pages <= 1) return null
  const to = (number: number) => hrefOf(language, addressOfList({ ...wish, page: number }))
  const shown = pagesBeside(page, pages)
  return (
    <nav class="mt-8" aria-label={say(language, 'pages')}>
      <ul class="flex flex-wrap items-baseline gap-x-2 [&_a]:inline-block [&_a]:min-w-8 [&_a]:py-1 [&_a]:text-center">
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {say(language, 'previous')}
            </a>
          </li>
        )}
        {shown.map((number, i) => (
          <>
            {i > 0 && number - (shown[i - 1] ?? 0) > 1 && <li aria-hidden="true">…</li>}
            <li>
              <a href={to(number)} aria-current={number === page ? 'page' : undefined}>
                {sayNumber(language, number)}
              </a>
            </li>
          </>
        ))}
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              {say(language, 'next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
