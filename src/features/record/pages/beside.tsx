import type { Language } from '../../../kernel/language.ts'
import { say } from '../words.ts'

/** The page of a list that is shown, and those beside it; nothing where all stand on one. */
export function Beside({
  language,
  page,
  pages,
  to,
}: {
  language: Language
  page: number
  pages: number
  to(page: number): string
}) {
  if (pages < 2) return null
  const here = say(language, 'page', { page, pages })
  return (
    <nav aria-label={here}>
      <ul class="flex flex-wrap gap-x-6">
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {say(language, 'previous')}
            </a>
          </li>
        )}
        <li>{here}</li>
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
