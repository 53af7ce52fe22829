import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, Identifier } from '../../../ui/text.tsx'
import { say } from '../words.ts'

const PATH = '/administration/accounts'

/** Everybody with an account, as the administrator looks for them. */
export interface Accounts {
  accounts: readonly {
    account: string
    name: string
    address: string
    proven: boolean
    closedAt: Temporal.Instant | null
    roles: number
  }[]
  total: number
  onPage: number
  wish: { words: string; page: number }
}

export function AccountsPage({ language, facts }: { language: Language; facts: Accounts }) {
  const { accounts, wish, total, onPage } = facts
  const to = (page: number) => {
    const query = new URLSearchParams({
      ...(wish.words !== '' && { q: wish.words }),
      page: `${page}`,
    })
    return hrefOf(language, `${PATH}?${query}`)
  }
  return (
    <>
      <h1>{say(language, 'accounts')}</h1>
      <form class="people-filter" method="get" action={hrefOf(language, PATH)}>
        <label>
          {say(language, 'find')}
          <input type="search" name="q" value={wish.words} maxlength={80} dir="auto" />
        </label>
        <button class="btn" type="submit">
          {say(language, 'show')}
        </button>
      </form>
      <Part id="accounts">
        <p>
          {say(language, 'accounts.count')} {sayNumber(language, total)}
        </p>
        {accounts.length === 0 ? (
          <Empty>{say(language, 'people.none')}</Empty>
        ) : (
          <Table
            caption={<span class="sr-only">{say(language, 'accounts')}</span>}
            columns={[say(language, 'name'), say(language, 'address'), say(language, 'roles.held')]}
            rows={accounts.map((one) => [
              <a href={hrefOf(language, `${PATH}/${one.account}`)}>
                <Bdi>{one.name}</Bdi>
              </a>,
              <>
                <Identifier>{one.address}</Identifier>
                <State language={language} of={one} />
              </>,
              sayNumber(language, one.roles),
            ])}
          />
        )}
        <nav class="deeds" aria-label={say(language, 'pages')}>
          {wish.page > 1 && <a href={to(wish.page - 1)}>{say(language, 'page.before')}</a>}
          {wish.page * onPage < total && (
            <a href={to(wish.page + 1)}>{say(language, 'page.after')}</a>
          )}
        </nav>
      </Part>
    </>
  )
}

/** What keeps somebody from coming in, or that they never have. */
function State({
  language,
  of: { proven, closedAt },
}: {
  language: Language
  of: { proven: boolean; closedAt: Temporal.Instant | null }
}) {
  if (proven && closedAt === null) return null
  return (
    <>
      <br />
      <small>{say(language, closedAt === null ? 'never-in' : 'closed')}</small>
    </>
  )
}
