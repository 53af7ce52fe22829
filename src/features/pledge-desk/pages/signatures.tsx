import { Deed } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Moment } from '../../pledges/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'

/** Who has agreed that it is announced, and who has still to; nothing where nobody is asked. */
export function Signatures({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { viewer, conference, zone, sides } = desk
  const { language } = viewer
  const { signatures, unsigned, id, state } = reviewed
  if (signatures.length === 0 && unsigned.host + unsigned.un === 0) return null
  const then = `/${conference}/desk/pledges/${id}`
  const signed = signatures.some(({ own }) => own)
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">{say(language, 'signatures')}</h2>
      {signatures.length === 0 && <Empty>{say(language, 'signatures.none')}</Empty>}
      <ul>
        {signatures.map(({ side, name, at }) => (
          <li>
            {say(language, `side.${side}`)}
            {BETWEEN}
            <bdi>{name}</bdi>
            {BETWEEN}
            <Moment language={language} zone={zone} at={at} />
          </li>
        ))}
      </ul>
      {unsigned.host > 0 && <p>{say(language, 'open.host', { count: unsigned.host })}</p>}
      {unsigned.un > 0 && <p>{say(language, 'open.un', { count: unsigned.un })}</p>}
      {state === 'accepted' && (
        <div class="deeds">
          {!signed &&
            sides
              .filter((side) => unsigned[side] > 0)
              .map((side) => (
                <Deed
                  viewer={viewer}
                  command="pledges.sign"
                  of={side}
                  then={then}
                  seen={reviewed.version}
                  fixed={{ pledge: id, side }}
                  label={`${say(language, 'sign')}${say(language, 'colon')}${say(language, `side.${side}`)}`}
                  quiet={false}
                />
              ))}
          {signed && (
            <Deed
              viewer={viewer}
              command="pledges.unsign"
              then={then}
              fixed={{ pledge: id }}
              label={say(language, 'unsign')}
            />
          )}
        </div>
      )}
    </section>
  )
}
