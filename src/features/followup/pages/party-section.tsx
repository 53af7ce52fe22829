import type { PartyCode } from '../../../kernel/ids.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { PledgeId } from '../../pledges/model.ts'
import type { Observation } from '../observations/model.ts'
import type { Report } from '../reports/model.ts'
import { say } from '../words.ts'
import { OneReport } from './report.tsx'
import { Statement, type StatementDesk } from './statement.tsx'

/** What a party says itself, and what others say of it and of its pledges; each pledge by its name. */
export function PartySection({
  desk,
  party,
  statements,
  reports,
}: {
  desk: StatementDesk
  party: PartyCode
  statements: readonly Observation[]
  reports: readonly Report[]
}) {
  const { language } = desk
  const own = statements.filter(({ by }) => by.includes(party))
  const others = statements.filter(({ by }) => !by.includes(party))
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{say(language, 'party')}</h2>
      <p class="label">
        {say(language, 'voices.note')}{' '}
        <a href={hrefOf(language, '/codebook')}>{say(language, 'codebook')}</a>
      </p>
      {own.length + reports.length > 0 && (
        <>
          <h3>{say(language, 'party.own')}</h3>
          <ByPledge desk={desk} statements={own} reports={reports} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{say(language, 'party.others')}</h3>
          <ByPledge desk={desk} statements={others} reports={[]} />
        </>
      )}
      <p class="mark">{say(language, 'texts')}</p>
    </section>
  )
}

/** Under the name of the first pledge that each is about; what is about none comes last. */
function ByPledge({
  desk,
  statements,
  reports,
}: {
  desk: StatementDesk
  statements: readonly Observation[]
  reports: readonly Report[]
}) {
  const said = Map.groupBy(statements, ({ pledges }) => pledges[0] ?? null)
  const reported = Map.groupBy(reports, ({ pledge }) => pledge)
  const ids = [...new Set([...said.keys(), ...reported.keys()])].toSorted((a, b) =>
    (a ?? '~') < (b ?? '~') ? -1 : 1,
  )
  return ids.map((id) => (
    <div class="mb-6 grid gap-x-10 md:grid-cols-[14rem_1fr]">
      <h4 class="label pt-4 font-normal">
        <Heading desk={desk} id={id} />
      </h4>
      <ol class="mb-0 list-none ps-0">
        {(id ? (reported.get(id) ?? []) : []).map((report) => (
          <OneReport desk={desk} report={report} />
        ))}
        {said.get(id)?.map((one) => (
          <Statement desk={desk} said={one} pledge={id} />
        ))}
      </ol>
    </div>
  ))
}

function Heading({ desk, id }: { desk: StatementDesk; id: PledgeId | null }) {
  const pledge = id && desk.pledges.get(id)
  if (!pledge) return <>{say(desk.language, 'party.general')}</>
  return (
    <a href={hrefOf(desk.language, `/pledges/${id}`)}>
      <Title text={pledge.title} language={desk.language} />
    </a>
  )
}
