import type { PartyCode } from '../../../kernel/ids.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { awaitedIn } from '../../brokering/life.model.ts'
import { addressOfOwn } from '../../brokering/model.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import type { Line } from '../facts.ts'
import { say } from '../words.ts'
import { ProposalLine } from './line.tsx'

/** The proposals that name a party, those first that wait for its answer; and the way to suggest one. */
export function OwnPage({
  desk,
  party,
  lines,
}: {
  desk: Desk
  party: PartyCode
  lines: readonly Line[]
}) {
  const { language } = desk.viewer
  const here = addressOfOwn(desk.conference, party)
  const isAwaited = ({ proposal, asked }: Line) => awaitedIn(proposal, asked).includes(party)
  const groups = [
    ['own.awaited', lines.filter(isAwaited)],
    ['own.others', lines.filter((line) => !isAwaited(line))],
  ] as const
  return (
    <Frame
      place={desk}
      title={
        <>
          {say(language, 'own.title')} <small>{partyName(desk, party)}</small>
        </>
      }
      steps={[{ href: '', label: say(language, 'own.title') }]}
    >
      <p class="lead">{say(language, 'own.lead')}</p>
      <Part id="proposals">
        {lines.length === 0 && <Empty>{say(language, 'own.none')}</Empty>}
        {groups.map(
          ([key, some]) =>
            some.length > 0 && (
              <section aria-labelledby={key.replace('.', '-')}>
                <h2 id={key.replace('.', '-')}>{say(language, key)}</h2>
                <ul class="list-none ps-0">
                  {some.map((line) => (
                    <ProposalLine
                      desk={desk}
                      line={line}
                      at={here}
                      waits={isAwaited(line) ? say(language, 'waits.own') : null}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
      </Part>
      <p class="deeds">
        <a class="btn" href={hrefOf(language, `${here}/new`)}>
          {say(language, 'own.suggest')}
        </a>
      </p>
    </Frame>
  )
}
