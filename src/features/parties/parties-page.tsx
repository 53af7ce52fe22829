import type { Child } from 'hono/jsx'
import { compareByStrokes, compareIn } from '../../i18n/collation.ts'
import { sayDay } from '../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Empty } from '../../ui/notices.tsx'
import { Part } from '../../ui/part.tsx'
import { Bdi } from '../../ui/text.tsx'
import { belongsOn, type Group, type Membership } from './groups.model.ts'
import { NAMES_KNOWN_FROM, nameOn, type Party, PartyKind } from './model.ts'
import {
  type Classes,
  classesOn,
  fromSeat,
  inOrderOf,
  type OrderClass,
  type Seat,
} from './orderings.model.ts'
import { dayOf, type Found, type Wish, wished } from './search.ts'
import { say } from './words.ts'

export interface PartiesFacts {
  parties: readonly Party[]
  /** Who belongs to which regional group, from when to when. */
  regional: readonly (Pick<Membership, 'party' | 'from' | 'until'> & { group: string })[]
  groups: readonly Pick<Group, 'code' | 'kind' | 'names'>[]
  classes: readonly Classes[]
  seats: readonly Seat[]
  /** The day of the reader's visit, at the seat of the United Nations. */
  today: string
}

interface Entry {
  party: Party
  found: Found | null
}

interface Asked {
  language: Language
  facts: PartiesFacts
  wish: Wish
}

/** All parties, by their names of a day, in an order of the reader's choice. */
export function PartiesPage(asked: Asked) {
  const { language, facts, wish } = asked
  const { day, refused } = dayOf(wish, facts.today)
  const classes = classesOn(facts.classes, day)
  const listed = entriesOf(asked, day, classes)
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <WishForm {...asked} refused={refused} />
      <Part id="parties">
        <p class="mt-6 mb-3" role="status">
          {say(language, 'count', { count: listed.length })} · {say(language, 'on')}{' '}
          <time datetime={day}>{sayDay(language, day)}</time>
        </p>
        {listed.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        <ul class="columns-[16rem] list-none gap-x-10 ps-0 [&>li]:break-inside-avoid">
          {listed.map((entry) => (
            <Row language={language} day={day} dated={day !== facts.today} {...entry} />
          ))}
        </ul>
        <Classification language={language} classes={classes} />
      </Part>
      <h2>{say(language, 'groups.known')}</h2>
      <ul>
        {facts.groups.map(({ code, names }) => (
          <li>
            <a href={hrefOf(language, `/parties/groups/${code}`)}>{names[language]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The parties that were asked for, in the order that was asked for. */
function entriesOf(
  { language, facts, wish }: Asked,
  day: string,
  classes: readonly OrderClass[],
): Entry[] {
  const belongsTo = (party: Party, group: string) =>
    facts.regional.some(
      (one) => one.party === party.code && one.group === group && belongsOn(one, day),
    )
  const found = new Map(
    wished(facts.parties, wish, { day, language, belongsTo }).map((one) => [one.party, one.found]),
  )
  const seat = facts.seats.find(({ id }) => id === wish.order)
  const strokes = wish.order === 'zh-strokes'
  const alphabet = strokes ? 'zh' : (LANGUAGES.find((one) => one === wish.order) ?? language)
  const collation = strokes
    ? { compare: compareByStrokes, key: (name: { short: string }) => name.short }
    : { compare: compareIn(alphabet) }
  const everyone = seat
    ? fromSeat(facts.parties, seat.first, { day, classes })
    : inOrderOf(facts.parties, alphabet, { day, classes, ...collation })
  return everyone.flatMap((party) => {
    const why = found.get(party)
    return why === undefined ? [] : { party, found: why }
  })
}

/** One party: its name, and what else the reader needs to tell why it stands here. */
function Row({
  language,
  day,
  dated,
  party,
  found,
}: Entry & { language: Language; day: string; dated: boolean }) {
  const name = nameOn(party, day, language)
  const elsewhere = found && ![name.short, name.formal].includes(found.wording) ? found : null
  return (
    <li>
      <a href={`${hrefOf(language, `/parties/${party.code}`)}${dated ? `?on=${day}` : ''}`}>
        {name.short}
      </a>
      {party.kind === 'observer-state' && <small> {say(language, 'one.observer-state')}</small>}
      {party.kind === 'organisation' && name.formal !== name.short && <small> {name.formal}</small>}
      {elsewhere && (
        <small>
          {' '}
          {elsewhere.language ? (
            <Bdi lang={elsewhere.language}>{elsewhere.wording}</Bdi>
          ) : (
            <Bdi>{elsewhere.wording}</Bdi>
          )}
        </small>
      )}
    </li>
  )
}

/** What is asked of the list: a plain form whose answer has an address. */
function WishForm({
  language,
  facts,
  wish,
  refused,
}: Asked & { refused: ReturnType<typeof dayOf>['refused'] }) {
  const regional = facts.groups.filter(({ kind }) => kind === 'regional-group')
  const everything = hrefOf(language, '/parties')
  return (
    <form class="flex flex-wrap items-start gap-x-6" method="get" action={everything}>
      <Field label={say(language, 'search')} hint={say(language, 'search.hint')} name="q">
        <input
          type="search"
          id="q"
          name="q"
          value={wish.q}
          maxlength={80}
          aria-describedby="q-hint"
        />
      </Field>
      <Field label={say(language, 'order')} name="order">
        <select id="order" name="order">
          <optgroup label={say(language, 'order.alphabet')}>
            <Alphabets language={language} chosen={wish.order} />
          </optgroup>
          <optgroup label={say(language, 'order.seat')}>
            {facts.seats.map(({ id, session, year }) => (
              <Option value={id} chosen={wish.order}>{`${session} (${year})`}</Option>
            ))}
          </optgroup>
        </select>
      </Field>
      <Field label={say(language, 'on')} name="on" hint={refused && say(language, `on.${refused}`)}>
        <input
          type="date"
          id="on"
          name="on"
          min={NAMES_KNOWN_FROM}
          value={wish.on}
          aria-invalid={refused ? 'true' : undefined}
          aria-describedby={refused ? 'on-hint' : undefined}
        />
      </Field>
      <Field label={say(language, 'kind')} name="kind">
        <select id="kind" name="kind">
          <Option value="">{say(language, 'kind.any')}</Option>
          {PartyKind.options.map((kind) => (
            <Option value={kind} chosen={wish.kind}>
              {say(language, `kind.${kind}`)}
            </Option>
          ))}
        </select>
      </Field>
      <Field label={say(language, 'group')} name="group">
        <select id="group" name="group">
          <Option value="">{say(language, 'group.any')}</Option>
          {regional.map(({ code, names }) => (
            <Option value={code} chosen={wish.group}>
              {names[language]}
            </Option>
          ))}
        </select>
      </Field>
      <p class="basis-full">
        <button class="btn btn-primary" type="submit">
          {say(language, 'show')}
        </button>{' '}
        <a class="btn btn-ghost" href={everything}>
          {say(language, 'show-all')}
        </a>
      </p>
    </form>
  )
}

/** The alphabets, each in its own script; the one of the page needs no address. */
function Alphabets({ language, chosen }: { language: Language; chosen: Wish['order'] }) {
  return (
    <>
      {LANGUAGES.map((one) => (
        <Option value={one === language ? '' : one} chosen={chosen ?? ''} lang={one}>
          {LANGUAGE_NAMES[one]}
        </Option>
      ))}
      <Option value="zh-strokes" chosen={chosen}>
        {say(language, 'order.zh-strokes')}
      </Option>
    </>
  )
}

function Option({
  value,
  chosen,
  lang,
  children,
}: {
  value: string
  chosen?: string | undefined
  lang?: Language
  children: Child
}) {
  return (
    <option value={value} selected={value === chosen} lang={lang}>
      {children}
    </option>
  )
}

function Field({
  label,
  name,
  hint,
  children,
}: {
  label: string
  name: string
  hint?: string | null
  children: Child
}) {
  return (
    <p class="max-w-full">
      <label class="block" for={name}>
        {label}
      </label>
      {children}
      {hint && (
        <small class="block" id={`${name}-hint`}>
          {hint}
        </small>
      )}
    </p>
  )
}

/** On which decisions the order of classes rests. */
function Classification({
  language,
  classes,
}: {
  language: Language
  classes: readonly OrderClass[]
}) {
  const documents = classes.flatMap(({ document }) => document ?? [])
  return (
    <p class="mt-8">
      <small>
        {say(language, 'classes')} <Bdi>{documents.join(' · ')}</Bdi>
      </small>
    </p>
  )
}
