import { sayPartialDay } from '../../../../i18n/days.ts'
import { readingOf } from '../../../../kernel/text.ts'
import type { Charted } from '../../../../ui/chart/charted.ts'
import { timeline } from '../../../../ui/chart/timeline.tsx'
import { LEVELS, STAGES, VOICES } from '../../history.model.ts'
import { say } from '../../words.ts'
import { lastReportSaid, sayReached } from '../line.tsx'
import { partyName } from '../names.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'

/** The reports of a pledge along a line of years: a lane for each stage and each level of readiness. */
export function timelineOf(desk: PledgeDesk): Charted {
  const { language, pledge } = desk
  const day = namesOf(desk)
  const dated = pledge.delivery.flatMap((event) => (event.on ? [{ ...event, on: event.on }] : []))
  const levels = pledge.readiness.flatMap((event) => (event.on ? [{ ...event, on: event.on }] : []))
  const until = pledge.asOf ?? desk.today
  return {
    title: titleOf(desk),
    picture: timeline({
      language,
      lanes: [
        ...STAGES.map((stage) => ({
          label: say(language, `stage.${stage}`),
          marks: dated
            .filter((event) => event.stage === stage)
            .map(({ on, voice, inferred, quantity }) => ({
              on,
              by: voice,
              inferred,
              ...(quantity && { label: sayReached(language, quantity) }),
            })),
        })),
        ...LEVELS.map((level) => ({
          label: say(language, `level.${level}`),
          marks: levels
            .filter((event) => event.level === level)
            .map(({ on, voice, inferred, what }) => ({
              on,
              by: voice,
              inferred,
              label: say(language, `readiness.${what}`),
            })),
        })),
      ],
      turns: [
        {
          label: say(language, 'rotation'),
          spans: pledge.terms.rotation.flatMap(({ party, from, until: to }) =>
            from ? [{ from, until: to, label: partyName(desk, party, day) }] : [],
          ),
        },
      ],
      moments: momentsOf(desk),
      voices: Object.fromEntries(VOICES.map((voice) => [voice, say(language, `voice.${voice}`)])),
      until,
    }),
    rule: say(language, 'timeline.rule'),
    asOf: until,
    table: tableOf(desk),
  }
}

/** What is seen: how far the pledge is, and when that was last reported. */
const titleOf = ({ language, pledge: { standing, withdrawn } }: PledgeDesk): string =>
  `${say(language, 'reports')}${say(language, 'colon')}${[
    say(language, withdrawn ? 'stage.withdrawn' : `stage.${standing.stage}`),
    lastReportSaid(language, standing),
  ].join(' · ')}`

/** The announcement, and the editions at which it was renewed or announced again. */
function momentsOf({ language, pledge, editions }: PledgeDesk) {
  const held = [
    { conference: pledge.conference, announcedOn: pledge.announcedOn },
    ...pledge.connections
      .filter(({ kind }) => kind === 'renews' || kind === 're-announces')
      .map((connection) => connection.pledge),
  ]
  return held.flatMap(({ conference, announcedOn }) => {
    const edition = conference === null ? undefined : editions.get(conference)
    const on = announcedOn ?? edition?.dates?.first
    if (!on) return []
    const label = edition
      ? readingOf(edition.shortName, language).value
      : say(language, 'announced')
    return [{ on, label }]
  })
}

/** Every report, as rows of a file. */
function tableOf({ language, pledge }: PledgeDesk): Charted['table'] {
  const source = (event: (typeof pledge.delivery)[number] | (typeof pledge.readiness)[number]) =>
    event.source
      ? [event.source.publisher, event.source.date, event.source.grade]
      : [say(language, 'reported-here'), null, null]
  const note = ({ note }: { note: (typeof pledge.delivery)[number]['note'] }) =>
    note && readingOf(note, language).value
  const marked = (inferred: boolean) => (inferred ? say(language, 'inferred') : null)
  const said = (on: string | null) => on && { value: on, said: sayPartialDay(language, on) }
  return {
    columns: [
      say(language, 'column.day'),
      say(language, 'column.stage'),
      say(language, 'column.reached'),
      say(language, 'column.voice'),
      say(language, 'column.source'),
      say(language, 'column.source-date'),
      say(language, 'column.grade'),
      say(language, 'column.inferred'),
      say(language, 'column.note'),
    ],
    rows: [
      ...pledge.delivery.map((event) => [
        said(event.on),
        say(language, `stage.${event.stage}`),
        event.quantity && sayReached(language, event.quantity),
        say(language, `voice.${event.voice}`),
        ...source(event),
        marked(event.inferred),
        note(event),
      ]),
      ...pledge.readiness.map((event) => [
        said(event.on),
        `${say(language, `level.${event.level}`)} · ${say(language, `readiness.${event.what}`)}`,
        null,
        say(language, `voice.${event.voice}`),
        ...source(event),
        marked(event.inferred),
        note(event),
      ]),
    ],
  }
}
