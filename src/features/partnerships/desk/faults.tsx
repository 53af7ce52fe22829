import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { Day } from '../../../kernel/time.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import type { Problem } from '../../matching/model/problems.ts'
import { labelOf, requirementIn } from '../pages/shown.ts'
import { sayPartOf } from '../pages/terms.print.ts'
import type { RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import { addressOfMade, addressOfShare } from './addresses.ts'
import { type Desk, nameIn, shownAt } from './frame.tsx'

interface Props {
  desk: Desk
  run: RunMade
}

/** What is wrong with the data of a calculation, each with the way to where it is mended; nothing where nothing is. */
export function Faults({ desk, run }: Props) {
  const { language } = desk.viewer
  if (run.problems.length === 0) return null
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{say(language, 'faults')}</h2>
      <p>{say(language, 'faults.text')}</p>
      <Table
        caption={say(language, 'faults.caption', { count: run.problems.length })}
        columns={(['faults.where', 'faults.what', 'faults.effect'] as const).map((key) =>
          say(language, key),
        )}
        rows={run.problems.map((problem) => [
          <Where desk={desk} run={run} problem={problem} />,
          <What language={language} problem={problem} />,
          say(language, problem.setAside ? 'faults.left-out' : 'faults.kept'),
        ])}
      />
    </section>
  )
}

interface One extends Props {
  problem: Problem
}

/** The thing with which something is wrong, by its name, and the way to it. */
function Where({ desk, run, problem }: One) {
  const { language } = desk.viewer
  const { label, address } = foundOf({ desk, run, problem })
  return address === null ? label : <a href={hrefOf(language, address)}>{label}</a>
}

function foundOf({ desk, run, problem: { place, id } }: One): {
  label: string
  address: string | null
} {
  const { language } = desk.viewer
  const shown = shownAt(desk, run)
  const offer = place === 'offer' ? run.instance.offers.find((one) => one.id === id) : undefined
  if (offer) {
    const label = [nameIn(desk, offer.party), sayPartOf(language, offer)].join(BETWEEN)
    return { label, address: addressOfShare(run, { offer: id, party: offer.party }) }
  }
  const needed = needOf(run, place, id)
  const named = requirementIn(shown, needed ?? '')
  if (place === 'accepted') return { label: say(language, 'faults.accepted'), address: null }
  return {
    label: place === 'recipe' ? shown.capabilityOf(id) : named ? labelOf(shown, named) : id,
    address: needed === null ? null : addressOfMade(run, needed),
  }
}

/** The need on whose page something is mended: the need itself, or the first whose units are made up so. */
function needOf({ instance }: RunMade, place: Problem['place'], id: string): string | null {
  if (place === 'requirement') return id
  if (place !== 'recipe') return null
  return instance.requirements.find(({ capability }) => capability === id)?.id ?? null
}

/** Numbers of which something can be said by name. */
const FIELDS = ['amount', 'lot', 'readiness', 'units', 'weight'] as const
const isField = (what: string): what is (typeof FIELDS)[number] =>
  (FIELDS as readonly string[]).includes(what)

function What({ language, problem: { code, what } }: { language: Language; problem: Problem }) {
  return (
    <>
      {isField(what) && (
        <>
          {say(language, `field.${what}`)}
          {say(language, 'colon')}
        </>
      )}
      {say(language, `problem.${code}`)}
      {code === 'over' && Day.safeParse(what).success && (
        <>
          {BETWEEN}
          {sayDay(language, what)}
        </>
      )}
      {code.startsWith('unknown-') && (
        <>
          {BETWEEN}
          <Identifier>{what}</Identifier>
        </>
      )}
    </>
  )
}
