import { hrefOf } from '../../../ui/navigation.tsx'
import { sayTerm } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import { NowAndNext } from './overview-page.tsx'
import { addressOf, type Screen } from './screen.tsx'
import { StateLine } from './speaking-now.tsx'

/** On the page of a session: how its list stands, and the way to it. */
export function ListOfSession({ screen }: { screen: Screen }) {
  const { language } = screen
  return (
    <section class="mb-8">
      <StateLine screen={screen} />
      <NowAndNext screen={screen} />
      <p>
        <a href={hrefOf(language, addressOf(screen))}>{sayTerm(language, 'list')}</a>
      </p>
    </section>
  )
}

/** On the page of a conference: the way to all its lists. */
export const ListsOfConference = ({
  language,
  conference,
}: {
  language: Screen['language']
  conference: string
}) => (
  <section>
    <h2>{say(language, 'title')}</h2>
    <p>
      <a href={hrefOf(language, `/${conference}/floor`)}>{say(language, 'about')}</a>
    </p>
  </section>
)
