import type { Writing } from '../../../platform/command/command.ts'
import type { Letter } from '../../../platform/mail/letter.ts'
import type { NoticeKind } from '../kind.ts'
import { DIGEST, stopAddress } from '../model.ts'
import { habitsOf } from '../queries.ts'

/** Letters of ours name their kind so; those of other features name it themselves. */
export const letterKind = (kind: string): string => `notifications.${kind}`

/**
 * The letters that their recipients want at once, each with the address at which they stop. A letter of a kind that
 * nobody can choose about goes as it is; so does one to an address of which nobody has an account.
 */
export const wantedOf =
  (kinds: readonly NoticeKind[]) =>
  async (
    db: Writing,
    letters: readonly Letter[],
    { origin }: { origin: string },
  ): Promise<readonly Letter[]> => {
    const named = new Map(
      kinds.flatMap((kind) => [
        [letterKind(kind.name), kind] as const,
        ...(kind.letters ?? []).map((letter) => [letter, kind] as const),
      ]),
    )
    const isChosen = ({ kind }: Letter) => named.has(kind) || kind === letterKind(DIGEST)
    const chosen = letters.filter(isChosen)
    if (chosen.length === 0) return letters
    const accounts = await accountsAt(
      db,
      chosen.map(({ to }) => to.address),
    )
    const habits = await habitsOf(db, [...accounts.values()])
    const told = await toldAs(
      db,
      [...accounts.values()],
      chosen.flatMap(({ about }) => about ?? []),
    )
    const wants = (letter: Letter): boolean => {
      const kind = named.get(letter.kind)
      const account = accounts.get(letter.to.address.toLowerCase())
      if (!kind || account === undefined) return true
      if ((habits(account).ways.get(kind.name) ?? kind.usual) !== 'at-once') return false
      // Something else tells them of the same deed at once.
      return (
        !kind.letters?.includes(letter.kind) || !told(account, letter.about, rivalsOf(kind, kinds))
      )
    }
    const wanted = letters.filter(wants)
    const stops = wanted.filter(isChosen).flatMap(({ to, kind }) => {
      const account = accounts.get(to.address.toLowerCase())
      return account === undefined ? [] : [{ account, kind: named.get(kind)?.name ?? DIGEST }]
    })
    const tokens = await tokensOf(db, stops)
    return wanted.map((letter) => {
      const account = accounts.get(letter.to.address.toLowerCase())
      if (!isChosen(letter) || account === undefined) return letter
      const token = tokens(account, named.get(letter.kind)?.name ?? DIGEST)
      return { ...letter, unsubscribe: `${origin}/${letter.to.language}${stopAddress(token)}` }
    })
  }

/** The other kinds that may be told of the same deed. */
function rivalsOf(kind: NoticeKind, kinds: readonly NoticeKind[]): ReadonlySet<string> {
  const own = new Set(kind.after.map(({ command }) => command))
  const rivals = kinds.filter(
    (one) => one.name !== kind.name && one.after.some(({ command }) => own.has(command)),
  )
  return new Set(rivals.map(({ name }) => name))
}

async function accountsAt(
  db: Writing,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('auth.user')
    .select(['id', 'email'])
    .where('email', 'in', [...new Set(addresses.map((address) => address.toLowerCase()))])
    .execute()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Whether somebody is told of a deed by a notice of another kind, which has a letter of its own. */
async function toldAs(db: Writing, accounts: readonly string[], abouts: readonly string[]) {
  const rows =
    accounts.length === 0 || abouts.length === 0
      ? []
      : await db
          .selectFrom('notice')
          .select(['account', 'about', 'kind'])
          .where('account', 'in', accounts)
          .where('about', 'in', [...new Set(abouts)])
          .where('mail', '=', 'at-once')
          .where((where) =>
            where.or([where('due', 'is not', null), where('letter', 'is not', null)]),
          )
          .execute()
  return (account: string, about: string | undefined, kinds: ReadonlySet<string>) =>
    rows.some((row) => row.account === account && row.about === about && kinds.has(row.kind))
}

/** The tokens by which people stop kinds of letters; made when they are first needed. */
async function tokensOf(db: Writing, stops: readonly { account: string; kind: string }[]) {
  const keyOf = ({ account, kind }: { account: string; kind: string }) => `${account} ${kind}`
  const each = [...new Map(stops.map((stop) => [keyOf(stop), stop])).values()]
  const rows =
    each.length === 0
      ? []
      : await db
          .insertInto('noticeStop')
          .values(each)
          .onConflict((conflict) =>
            conflict
              .columns(['account', 'kind'])
              .doUpdateSet((row) => ({ kind: row.ref('excluded.kind') })),
          )
          .returning(['account', 'kind', 'token'])
          .execute()
  const known = new Map(rows.map((row) => [keyOf(row), row.token]))
  return (account: string, kind: string): string => {
    const token = known.get(keyOf({ account, kind }))
    if (!token) throw new RangeError(`No token stops ${kind}`)
    return token
  }
}
