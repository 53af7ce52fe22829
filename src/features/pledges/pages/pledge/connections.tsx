import { hrefOf } from '../../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../../ui/text.tsx'
import { Title } from '../../../conferences/pages/facts.tsx'
import type { Connection } from '../../terms/public.ts'
import { say } from '../../words.ts'
import { Inferred } from '../marks.tsx'
import { Day, EditionLink } from '../names.tsx'
import type { PledgeDesk } from './desk.tsx'

/** Other pledges that this one names, and those that name it, by what they have to do with each other. */
export function Connections({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  if (pledge.connections.length === 0) return null
  const groups = Map.groupBy(pledge.connections, ({ kind, from }) => `${from}.${kind}` as const)
  return (
    <>
      <h2 id="connected">{say(language, 'connected')}</h2>
      <dl>
        {[...groups].map(([relation, all]) => (
          <>
            <dt>{say(language, `relation.${relation}`)}</dt>
            <dd>
              {all.map((connection) => (
                <Connected desk={desk} connection={connection} />
              ))}
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}

function Connected({
  desk,
  connection: { pledge, inferred },
}: {
  desk: PledgeDesk
  connection: Connection
}) {
  const { language } = desk
  return (
    <p class="mb-1">
      <a href={hrefOf(language, `/pledges/${pledge.id}`)}>
        <Title text={pledge.title} language={language} />
      </a>
      {inferred && <Inferred language={language} />}
      <small class="block">
        {pledge.conference && (
          <>
            <EditionLink desk={desk} id={pledge.conference} />
            {BETWEEN}
          </>
        )}
        {pledge.announcedOn && (
          <>
            <Day language={language} day={pledge.announcedOn} />
            {BETWEEN}
          </>
        )}
        <Identifier>{pledge.id}</Identifier>
      </small>
    </p>
  )
}
