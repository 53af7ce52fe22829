import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi } from '../../../ui/text.tsx'
import type { Conference } from '../model.ts'
import { say } from '../words.ts'
import { Cite, type Desk, PartyLink, Title, Wording } from './facts.tsx'

interface Props {
  desk: Desk
  conference: Conference
}

/** Who called the conference together, with the office of that day. */
export function Convenors({ desk, conference: { convenors } }: Props) {
  if (convenors.length === 0) return null
  const { language } = desk
  return (
    <>
      <h2>{say(language, 'convenors')}</h2>
      <ul>
        {convenors.map((one) => (
          <li>
            <Bdi lang="en">{one.person}</Bdi>
            {' · '}
            <Title text={one.office} language={language} /> ·{' '}
            <PartyLink desk={desk} code={one.party} />
            <Cite desk={desk} keys={one.sources} />
          </li>
        ))}
      </ul>
      <p class="mark">{say(language, 'office-then')}</p>
    </>
  )
}

/** The co-chairs in the order in which they were printed, and why they are. */
export function CoChairs({ desk, conference: { coChairs } }: Props) {
  if (!coChairs) return null
  const { language } = desk
  return (
    <>
      <h2 id="co-chairs">{say(language, 'co-chairs')}</h2>
      {coChairs.reason && (
        <p>
          <Wording text={coChairs.reason} language={language} />
        </p>
      )}
      <ol class="sm:columns-2 sm:gap-12">
        {coChairs.list.map((one) => (
          <li class="break-inside-avoid">
            <CoChair desk={desk} code={one.party} printed={one.nameAsPrinted} />
            {one.office && (
              <>
                {' · '}
                <Title text={one.office} language={language} />
              </>
            )}
          </li>
        ))}
      </ol>
      <p class="mark">
        {say(language, 'co-chairs.note')}
        <Cite desk={desk} keys={coChairs.sources} />
      </p>
    </>
  )
}

/** The name as it was printed for readers of that language; the official one for others, with the printed below. */
function CoChair({ desk, code, printed }: { desk: Desk; code: string; printed: Text | null }) {
  const { language } = desk
  if (!printed) return <PartyLink desk={desk} code={code} />
  const { value, language: spoken } = readingOf(printed, language)
  if (spoken === language) return <a href={hrefOf(language, `/parties/${code}`)}>{value}</a>
  return (
    <>
      <PartyLink desk={desk} code={code} form="formal" />
      <small class="block">
        {say(language, 'printed')}
        {say(language, 'colon')}
        <Bdi lang={spoken}>{value}</Bdi>
      </small>
    </>
  )
}

/** Who was invited, and the kinds of people who took part. */
export function Participants({ desk, conference: { participants } }: Props) {
  if (!participants) return null
  const { language } = desk
  return (
    <>
      <h2>{say(language, 'participants')}</h2>
      <p>
        <Wording text={participants.who} language={language} />
        <Cite desk={desk} keys={participants.sources} />
      </p>
      {participants.categories.length > 0 && (
        <ul>
          {participants.categories.map((category) => (
            <li>
              <Title text={category} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
