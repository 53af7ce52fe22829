import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import { addressOf, type Screen } from './screen.tsx'

interface Props {
  language: Language
  of: { conference: Pick<Screen['conference'], 'id'>; session: Pick<Screen['session'], 'slug'> }
  /** Whether the reader may see what whoever presides sees. */
  chairs: boolean
  /** Whether the list itself is among them: not on its own page. */
  list?: boolean
}

/** The ways to all that shows a list: in the room, to whoever presides, on other sites. */
export function Screens({ language, of, chairs, list = false }: Props) {
  const to = (screen: string, label: string) => (
    <li>
      <a href={hrefOf(language, addressOf(of, screen))}>{label}</a>
    </li>
  )
  return (
    <nav class="floor-screens" aria-label={say(language, 'screens')}>
      <h2>{say(language, 'screens')}</h2>
      <ul>
        {list && to('', sayTerm(language, 'list'))}
        {to('hall', say(language, 'hall'))}
        {to('rostrum', say(language, 'rostrum'))}
        {chairs && to('chair', say(language, 'chair'))}
        {to('embed', say(language, 'embed'))}
      </ul>
    </nav>
  )
}
