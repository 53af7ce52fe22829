import { readingOf } from '../../../kernel/text.ts'
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
            <PartyLink desk={desk} code={one.party} form={one.nameAsPrinted ? 'formal' : 'short'} />
            {one.office && (
              <>
                {' · '}
                <Title text={one.office} language={language} />
              </>
            )}
            {one.nameAsPrinted && <Printed desk={desk} name={one.nameAsPrinted} />}
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

/** A name as it was printed, in the language in which it was. */
function Printed({
  desk: { language },
  name,
}: {
  desk: Desk
  name: Parameters<typeof readingOf>[0]
}) {
  const { value, language: spoken } = readingOf(name, language)
  return (
    <small class="block">
      {say(language, 'printed')}: <Bdi lang={spoken}>{value}</Bdi>
    </small>
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
