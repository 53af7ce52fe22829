import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type Wish, wishAddress } from '../wish.ts'
import { say } from '../words.ts'

/** A notice, in the words of its reader. */
export interface Line {
  id: string
  title: string
  said: readonly { label: string; value: string }[]
  at: string
  moment: string
  isRead: boolean
}

interface NoticesProps {
  viewer: FormReader & { language: Language }
  lines: readonly Line[]
  unread: number
  /** The kinds of which there are notices, with their names. */
  kinds: readonly { name: string; title: string }[]
  wish: Wish
  pages: number
}

/** What somebody was told: unread first. Opening one marks it as read. */
export function NoticesPage({ viewer, lines, unread, kinds, wish, pages }: NoticesProps) {
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="deeds">
        <a class="btn" href={hrefOf(language, '/account/notices')}>
          {say(language, 'settings')}
        </a>
        {unread > 0 && (
          <Deed
            viewer={viewer}
            command="notifications.read-all"
            then={wishAddress(wish)}
            label={say(language, 'read-all')}
          />
        )}
      </p>
      <Filter language={language} kinds={kinds} wish={wish} />
      <Part id="notices">
        {lines.length === 0 && <Empty>{say(language, 'empty')}</Empty>}
        <ul class="notices">
          {lines.map((line) => (
            <Entry line={line} viewer={viewer} wish={wish} />
          ))}
        </ul>
        <Paging language={language} wish={wish} pages={pages} />
      </Part>
    </>
  )
}

function Entry({ line, viewer, wish }: { line: Line; wish: Wish } & Pick<NoticesProps, 'viewer'>) {
  const { language } = viewer
  const { id, title, said, at, moment, isRead } = line
  return (
    <li class={isRead ? 'notice-line' : 'notice-line notice-unread'}>
      {isRead ? (
        <a class="notice-title" href={hrefOf(language, at)}>
          {title}
        </a>
      ) : (
        <Deed
          viewer={viewer}
          command="notifications.read"
          of={`open-${id}`}
          class="deed notice-open"
          then={at}
          fixed={{ notice: id }}
          label={title}
        />
      )}
      <p class="mark">
        {!isRead && <strong>{say(language, 'unread')}</strong>}
        {!isRead && BETWEEN}
        {said.map(({ label, value }) => (
          <>
            {label}
            {say(language, 'colon')}
            <bdi>{value}</bdi>
            {BETWEEN}
          </>
        ))}
        {moment}
      </p>
      {!isRead && (
        <Deed
          viewer={viewer}
          command="notifications.read"
          of={`mark-${id}`}
          then={wishAddress(wish)}
          fixed={{ notice: id }}
          label={say(language, 'read')}
        />
      )}
    </li>
  )
}

function Filter({
  language,
  kinds,
  wish,
}: Pick<NoticesProps, 'kinds' | 'wish'> & { language: Language }) {
  return (
    <form method="get" class="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <label class="grid gap-1">
        {say(language, 'filter.show')}
        <select name="show">
          <option value="">{say(language, 'filter.all')}</option>
          <option value="unread" selected={wish.show === 'unread'}>
            {say(language, 'filter.unread')}
          </option>
        </select>
      </label>
      <label class="grid gap-1">
        {say(language, 'filter.kind')}
        <select name="kind">
          <option value="">{say(language, 'filter.every-kind')}</option>
          {kinds.map(({ name, title }) => (
            <option value={name} selected={name === wish.kind}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button class="btn" type="submit">
        {say(language, 'filter.apply')}
      </button>
    </form>
  )
}

function Paging({
  language,
  wish,
  pages,
}: { language: Language } & Pick<NoticesProps, 'wish' | 'pages'>) {
  if (pages < 2) return null
  const to = (page: number) => hrefOf(language, wishAddress({ ...wish, page }))
  return (
    <nav class="deeds" aria-label={say(language, 'paging')}>
      {wish.page > 1 && (
        <a class="btn" rel="prev" href={to(wish.page - 1)}>
          {say(language, 'newer')}
        </a>
      )}
      {wish.page < pages && (
        <a class="btn" rel="next" href={to(wish.page + 1)}>
          {say(language, 'older')}
        </a>
      )}
    </nav>
  )
}
