import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import { sayCount, sayMoney, sayQuantity } from '../../../i18n/quantities.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Line } from '../find/lines.ts'
import type { Standing } from '../history/standing.ts'
import type { Reached } from '../history.model.ts'
import { giversOf } from '../shares.model.ts'
import { say } from '../words.ts'
import { Day, type Desk, dayOf, partyName } from './names.tsx'

interface LineProps {
  desk: Desk
  line: Line
  /** The party below whose name the line stands; without it, all who promise are named. */
  below?: PartyCode | null | undefined
  /** Whether the edition is named; on its own page it goes without saying. */
  edition?: boolean
  /** What stands below the title: the part of a party, for instance. */
  children?: Child
}

/** A pledge as one entry of a list: what, with whom, how much and when, and beside it how far it is carried out. */
export function PledgeLine({ desk, line, below, edition = true, children }: LineProps) {
  const { language } = desk
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-base-300 py-4 sm:grid-cols-[1fr_15rem]">
      <div>
        <p class="mb-1 text-[1.08em] leading-snug">
          <a
            class="font-semibold no-underline hover:underline"
            href={hrefOf(language, `/pledges/${line.id}`)}
          >
            <Title text={line.title} language={language} />
          </a>
        </p>
        {children}
        <Subject desk={desk} line={line} />
        <Parties desk={desk} line={line} below={below} />
        <p class="label mb-0">
          <Facts desk={desk} line={line} edition={edition} />
        </p>
      </div>
      <StandingSaid language={language} line={line} />
    </li>
  )
}

const MOST_NAMES = 3

/** What it is about in the reader's language, where its title is in another one. */
function Subject({ desk: { language, capabilities }, line }: { desk: Desk; line: Line }) {
  if (readingOf(line.title, language).language === language) return null
  const names = line.capabilities.flatMap((code) => capabilities.get(code)?.[language] ?? [])
  if (names.length === 0) return null
  return <p class="mb-1">{names.slice(0, MOST_NAMES).join(BETWEEN)}</p>
}

/** Who promises it together, and for whom it is. */
function Parties({ desk, line, below }: Pick<LineProps, 'desk' | 'line' | 'below'>) {
  const { language } = desk
  const day = dayOf(desk, line)
  const named = (codes: readonly PartyCode[]) =>
    codes.map((code) => partyName(desk, code, day)).join(BETWEEN)
  const givers = giversOf(line.shares)
  const partners = givers.filter((code) => code !== below)
  const others = line.parties.filter((code) => !givers.includes(code))
  const receive = [...new Set([...others, ...line.beneficiaries])].filter((code) => code !== below)
  if (partners.length + receive.length === 0) return null
  return (
    <p class="mb-1 text-[0.95em]">
      {partners.length > 0 && (
        <>
          {below !== undefined && `${say(language, 'partners')}${say(language, 'colon')}`}
          {named(partners)}
        </>
      )}
      {partners.length > 0 && receive.length > 0 && <br />}
      {receive.length > 0 && (
        <>
          {say(language, 'for')}
          {say(language, 'colon')}
          {named(receive)}
        </>
      )}
    </p>
  )
}

/** How much, at which edition, on which day as far as it is known, and its identifier. */
function Facts({ desk, line, edition }: Required<Pick<LineProps, 'desk' | 'line' | 'edition'>>) {
  const { language, editions } = desk
  const held = editions.get(line.conference ?? '')
  const facts: Child[] = [
    ...(line.quantity.kind === 'none' ? [] : [sayQuantity(language, line.quantity)]),
    ...(edition
      ? [held ? readingOf(held.shortName, language).value : say(language, 'no-edition')]
      : []),
    ...(line.announcedOn ? [<Day language={language} day={line.announcedOn} />] : []),
    <Identifier>{line.id}</Identifier>,
  ]
  return facts.map((fact, i) => (
    <>
      {i > 0 && BETWEEN}
      {fact}
    </>
  ))
}

/** How far a pledge is carried out, in words, and when that was last reported. */
export function StandingSaid({
  language,
  line: { standing, reached, withdrawn },
}: {
  language: Language
  line: Pick<Line, 'standing' | 'reached' | 'withdrawn'>
}) {
  return (
    <p class="label mb-0 leading-normal">
      <span class="text-[1.08em] text-base-content sm:block">
        {say(language, withdrawn ? 'stage.withdrawn' : `stage.${standing.stage}`)}
        {reached && standing.stage === 'partly-delivered' && (
          <>
            {BETWEEN}
            {sayReached(language, reached)}
          </>
        )}
      </span>
      <span class="sm:hidden">{BETWEEN}</span>
      <LastReport language={language} standing={standing} />
    </p>
  )
}

/** «last public report: December 2023», or that none was found. */
export const LastReport = ({ language, standing }: { language: Language; standing: Standing }) => (
  <>
    {say(language, 'last-report')}
    {say(language, 'colon')}
    {standing.reportedOn ? (
      <Day language={language} day={standing.reportedOn} />
    ) : (
      say(language, 'last-report.none')
    )}
  </>
)

/** The same as plain words, for a title. */
export const lastReportSaid = (language: Language, { reportedOn }: Standing): string =>
  `${say(language, 'last-report')}${say(language, 'colon')}${
    reportedOn ? sayPartialDay(language, reportedOn) : say(language, 'last-report.none')
  }`

/** What was reached, in its unit. */
export const sayReached = (language: Language, { value, unit, currency }: Reached): string =>
  unit === 'money' ? sayMoney(language, value, currency ?? '') : sayCount(language, value, unit)
