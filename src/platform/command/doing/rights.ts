import { type KyselyPlugin, type OperationNode, type RootOperationNode, TableNode } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Writing } from '../../database/tables.ts'

/** What accounts may do now; who has no open account is not in it. */
export type GrantsOf = (
  db: Writing,
  accounts: readonly string[],
) => Promise<ReadonlyMap<string, readonly Grant[]>>

/** Where rights stand. */
const TABLES: ReadonlySet<string> = new Set(['person', 'holding'])

/** A transaction, and the rights of those who act in it. */
export interface Rights {
  readonly db: Writing
  /** Rights are those of the moment of the deed: a role that ended while its holder typed has ended. */
  of(actor: Actor): Promise<Actor>
}

/**
 * Reads the rights of all who act in a transaction at once, and again when one of them has written to where rights stand.
 *
 * @param grantsOf without it, rights are what the actor says.
 */
export async function rightsIn(
  db: Writing,
  actors: readonly Actor[],
  grantsOf: GrantsOf | undefined,
): Promise<Rights> {
  if (!grantsOf) return { db, of: async (actor) => actor }
  const accounts = [...new Set(actors.filter(isAccount).map(({ id }) => id))]
  const read = () => (accounts.length === 0 ? new Map() : grantsOf(db, accounts))
  let changed = false
  let known = await read()
  const noting = onWrite(() => {
    changed = true
  })
  return {
    db: db.withPlugin(noting),
    async of(actor) {
      if (!isAccount(actor)) return actor
      if (changed) known = await read()
      changed = false
      return { ...actor, grants: known.get(actor.id) ?? [] }
    },
  }
}

const isAccount = ({ kind }: Actor) => kind === 'account'

/** Calls where rights may have been written: what cannot be told from the statement's own table counts as written. */
const onWrite = (written: () => void): KyselyPlugin => ({
  transformQuery({ node }) {
    if (mayWriteRights(node)) written()
    return node
  },
  transformResult: async ({ result }) => result,
})

function mayWriteRights(node: RootOperationNode): boolean {
  if ('with' in node && node.with !== undefined) return true
  switch (node.kind) {
    case 'SelectQueryNode':
      return false
    case 'InsertQueryNode':
      return isOfRights(node.into)
    case 'UpdateQueryNode':
      return isOfRights(node.table)
    case 'DeleteQueryNode':
      return isOfRights(node.from.froms[0])
    default:
      return true
  }
}

const isOfRights = (node: OperationNode | undefined) =>
  !node || !TableNode.is(node) || TABLES.has(node.table.identifier.name)
