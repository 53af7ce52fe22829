import { sayQuantity } from '../../../i18n/quantities.ts'
import { Choose } from '../../../ui/form/choices.tsx'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { Moment } from '../../pledges/pages/names.tsx'
import { type Desk, nameIn } from '../desk.tsx'
import { GROUPS, type Group, groupOf, isReady, type Waiting } from '../queue.ts'
import { say } from '../words.ts'
import { Frame } from './frame.tsx'

/** Everything that waits before it is public, by what is to be done with it. */
export function QueuePage({
  desk,
  queue,
  ways,
}: {
  desk: Desk
  queue: readonly Waiting[]
  /** How far the letters are about pledges that were announced together. */
  ways: readonly LettersOnTheirWay[]
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const groups = Map.groupBy(queue, groupOf)
  const shown = GROUPS.filter((group) => groups.has(group))
  return (
    <Frame desk={desk} title={say(language, 'queue')}>
      <p class="lead">{say(language, 'queue.lead')}</p>
      <p class="label">
        <a href={hrefOf(language, `/${conference}/desk/pledges.csv`)}>{say(language, 'csv')}</a>
        {BETWEEN}
        <a href={hrefOf(language, `/${conference}/desk/follow-up`)}>{say(language, 'follow-up')}</a>
      </p>
      <LettersProgress
        language={language}
        ways={ways}
        label={() => say(language, 'under-way.pledges.release')}
      />
      <Part id="queue">
        {shown.length === 0 && <Empty>{say(language, 'queue.none')}</Empty>}
        {shown.map((group) => (
          <section aria-labelledby={`queue-${group}`}>
            <h2 id={`queue-${group}`}>{say(language, `group.${group}`)}</h2>
            {group === 'releasing' && <Notice>{say(language, 'group.releasing.note')}</Notice>}
            {group === 'accepted' && desk.decides ? (
              <Announcing desk={desk} waiting={groups.get(group) ?? []} />
            ) : (
              <ul class="list-none ps-0">
                {groups.get(group)?.map((one) => (
                  <Row desk={desk} one={one} group={group} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </Part>
    </Frame>
  )
}

/** Those that are accepted: one or many are chosen, and looked at once more before they are announced. */
function Announcing({ desk, waiting }: { desk: Desk; waiting: readonly Waiting[] }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const ready = waiting.some(isReady)
  return (
    <form method="get" action={hrefOf(language, `/${conference}/desk/pledges/announce`)}>
      <ul class="list-none ps-0">
        {waiting.map((one) => (
          <Row desk={desk} one={one} group="accepted" choose={isReady(one)} />
        ))}
      </ul>
      {ready && (
        <button class="btn btn-primary" type="submit">
          {say(language, 'announce.look')}
        </button>
      )}
    </form>
  )
}

function Row({
  desk,
  one,
  group,
  choose = false,
}: {
  desk: Desk
  one: Waiting
  group: Group
  choose?: boolean
}) {
  const { viewer, conference, zone, capabilities } = desk
  const { language } = viewer
  const named = one.capabilities.flatMap((code) => capabilities.get(code)?.[language] ?? [])
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-base-300 py-4 sm:grid-cols-[1fr_17rem]">
      <div>
        <p class="mb-1 text-[1.08em] leading-snug">
          {choose && (
            <Choose
              class="me-3"
              name={one.id}
              label={`${say(language, 'announce.choose')} ${one.id}`}
            />
          )}
          <a
            class="font-semibold no-underline hover:underline"
            href={hrefOf(language, `/${conference}/desk/pledges/${one.id}`)}
          >
            <Title text={one.title} language={language} />
          </a>
        </p>
        <p class="label mb-0">
          <Identifier>{one.id}</Identifier>
          {one.lead && (
            <>
              {BETWEEN}
              {nameIn(desk, one.lead)}
            </>
          )}
          {one.quantity.kind !== 'none' && (
            <>
              {BETWEEN}
              {sayQuantity(language, one.quantity)}
            </>
          )}
          {named.length > 0 && (
            <>
              {BETWEEN}
              {named.slice(0, 3).join(BETWEEN)}
            </>
          )}
        </p>
      </div>
      <div class="label leading-normal">
        {one.handedInAt && (
          <p class="mb-1">
            {say(language, 'handed-in')}
            {say(language, 'colon')}
            <Moment language={language} zone={zone} at={one.handedInAt} />
          </p>
        )}
        <Open desk={desk} one={one} />
        {group === 'releasing' && <Releasing desk={desk} one={one} />}
      </div>
    </li>
  )
}

/** What is still open: answers of partners, signatures. */
function Open({ desk, one }: { desk: Desk; one: Waiting }) {
  const { language } = desk.viewer
  const { host, un } = one.unsigned
  const open = [
    ...(one.asked.length > 0
      ? [`${say(language, 'open.consent')}${say(language, 'colon')}${named(desk, one.asked)}`]
      : []),
    ...(one.declined.length > 0
      ? [`${say(language, 'open.declined')}${say(language, 'colon')}${named(desk, one.declined)}`]
      : []),
    ...(host > 0 && one.state === 'accepted' ? [say(language, 'open.host', { count: host })] : []),
    ...(un > 0 && one.state === 'accepted' ? [say(language, 'open.un', { count: un })] : []),
  ]
  return open.map((line) => <p class="mb-1">{line}</p>)
}

const named = (desk: Desk, codes: Waiting['asked']) =>
  codes.map((code) => nameIn(desk, code)).join(BETWEEN)

/** When it becomes public, and how to stop that. */
function Releasing({ desk, one }: { desk: Desk; one: Waiting }) {
  const { viewer, conference, zone } = desk
  const { language } = viewer
  if (!one.releaseAt) return null
  return (
    <>
      <p class="mb-1 text-base-content">
        {say(language, 'public-at')}
        {say(language, 'colon')}
        <Moment language={language} zone={zone} at={one.releaseAt} />{' '}
        <CountDown language={language} until={one.releaseAt} />
      </p>
      {desk.decides && (
        <Deed
          viewer={viewer}
          command="pledges.undo-announcement"
          of={one.id}
          then={`/${conference}/desk/pledges`}
          fixed={{ conference, pledges: one.id }}
          label={say(language, 'undo')}
        />
      )}
    </>
  )
}

/** How many seconds are left, where a script counts them. */
export const CountDown = ({
  language,
  until,
}: {
  language: Desk['viewer']['language']
  until: Temporal.Instant
}) => (
  <count-down
    data-until={until.toString()}
    data-left={say(language, 'seconds-left')}
    data-over={say(language, 'public-now')}
  />
)
