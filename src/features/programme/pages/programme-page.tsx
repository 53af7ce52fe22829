import type { Child } from 'hono/jsx'
import { CITIES, sayCity } from '../../../i18n/cities.ts'
import { sayDay, sayDayRange, sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ReaderTimes, ZonePicker } from '../../../ui/reader-time.tsx'
import { TextMark, Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { nextStart } from '../timeline.ts'
import type { Wish } from '../wish.ts'
import { say } from '../words.ts'
import { Day, headings } from './days.tsx'
import { dayIn, EditLink, type Frame, readerWords } from './marks.tsx'
import { Filter, pickerWords, Remark, Take } from './tools.tsx'

/** The programme as it would be printed, with the reader's own time beside it. */
export function ProgrammePage({
  frame,
  wish,
  origin,
  edit = null,
  children,
}: {
  frame: Frame
  wish: Wish
  origin: string
  /** Where this reader edits it; null: they do not. */
  edit?: string | null
  children?: Child
}) {
  const { language, programme, zones, now } = frame
  const { conference, release, sessions } = programme
  const { dates } = conference
  const [first] = sessions
  const address = `/${conference.id}/programme`
  const home = hrefOf(language, `/${conference.id}`)
  const chosen = sessions.filter(
    ({ kind, theme }) => kind === (wish.kind ?? kind) && theme === (wish.theme ?? theme),
  )
  const next = nextStart(
    sessions.map((one) => ({ ...one, span: one.expected })),
    now,
  )
  const at = sessions.find(({ plan }) => plan.start)?.plan.start
  const ownDays = wish.days === 'own' && zones.chosen !== null
  const coming = next && sessions.find(({ expected }) => expected.start?.equals(next))
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: readingOf(conference.shortName, language).value },
          { href: hrefOf(language, address), label: say(language, 'title') },
        ]}
      />
      <h1 class="mb-2">{say(language, 'title')}</h1>
      <p class="lead">
        <Words in={readingOf(conference.name, language)} language={language} />
        {dates && <span class="block text-muted">{sayDates(language, dates)}</span>}
      </p>
      <EditLink at={edit} language={language} />
      <Remark frame={frame} wish={wish} address={address} />
      {at && (
        <ZonePicker
          zones={zones}
          at={at}
          ownDays={ownDays}
          kept={{ kind: wish.kind, theme: wish.theme }}
          cities={CITIES.map((zone) => ({ zone, city: sayCity(language, zone) ?? zone }))}
          words={pickerWords(language)}
        />
      )}
      <Filter frame={frame} wish={wish} address={address} />
      {children}
      <Part id="programme">
        {coming && (
          <p class="screen-only mark">
            <a href={`#${coming.slug}`}>{say(language, 'jump')}</a>
          </p>
        )}
        {chosen.length === 0 && <Empty>{say(language, 'empty.filter')}</Empty>}
        {headings(frame, chosen, ownDays).map((heading) => (
          <Day of={heading} frame={frame} next={next} />
        ))}
        <p class="mark mt-8">
          {say(language, 'release')} {release.number} ·{' '}
          {sayDay(language, dayIn(release.at, zones.conference))} ·{' '}
          <Words in={readingOf(release.note, language)} language={language} /> ·{' '}
          <a href={`${home}/changes`}>{say(language, 'changes')}</a>
          {first && (
            <>
              {' · '}
              <TextMark in={readingOf(first.title, language)} language={language} />
            </>
          )}
        </p>
      </Part>
      <Take frame={frame} origin={origin} />
    </ReaderTimes>
  )
}

const FULL_DAY = 10

/** The days of a conference, as far as they are known. */
const sayDates = (language: Language, { first, last }: NonNullable<Outline['dates']>) =>
  first.length === FULL_DAY && last?.length === FULL_DAY
    ? sayDayRange(language, first, last)
    : sayPartialDay(language, first)

/** The page of a conference whose programme was not released. */
export function NoProgramme({
  language,
  conference,
  edit = null,
}: {
  language: Language
  conference: Outline
  edit?: string | null
}) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          {
            href: hrefOf(language, `/${conference.id}`),
            label: readingOf(conference.shortName, language).value,
          },
          { href: hrefOf(language, `/${conference.id}/programme`), label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      <EditLink at={edit} language={language} />
      <Empty>{say(language, 'empty')}</Empty>
    </>
  )
}
