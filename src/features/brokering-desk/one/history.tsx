import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { sayDeed } from '../../brokering/terms.print.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import { type Desk, Moment } from '../desk.tsx'
import type { Done } from '../facts.ts'
import { say } from '../words.ts'

/** What was done, by which side and when, the newest first. */
export function History({ desk, deeds }: { desk: Desk; deeds: readonly Done[] }) {
  const { language } = desk.viewer
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(language, 'history')}</h2>
      <Part id="done">
        <ul>
          {deeds.map(({ deed, at, party, version, words }) => (
            <li>
              <Moment desk={desk} at={at} />
              {BETWEEN}
              {sayDeed(language, deed)}
              {deed !== 'agree' && (
                <>
                  {BETWEEN}
                  {party === null ? say(language, 'secretariat') : partyName(desk, party)}
                </>
              )}
              {BETWEEN}
              {say(language, 'wording.number', { number: version })}
              {words && (
                <>
                  {BETWEEN}
                  <bdi class="wrap-anywhere">{words}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      </Part>
    </section>
  )
}
