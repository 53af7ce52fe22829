import { hash } from 'node:crypto'

/**
 * A Merkle tree as in RFC 6962 §2.1: a leaf and an inner node are hashed with different first bytes, so that
 * neither passes for the other; the left half is the largest power of two below the number of leaves.
 */
export const leafOf = (content: string): string => hash('sha256', `\u0000${content}`, 'hex')

const nodeOf = (left: string, right: string) =>
  hash('sha256', Buffer.concat([Buffer.of(1), Buffer.from(left + right, 'hex')]), 'hex')

/**
 * The root over some leaves, as 64 hexadecimal digits; of one leaf it is the leaf itself.
 *
 * @throws RangeError where there is no leaf: nothing is sealed without entries.
 */
export function rootOf(leaves: readonly string[]): string {
  const [first] = leaves
  if (first === undefined) throw new RangeError('A tree has at least one leaf')
  if (leaves.length === 1) return first
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return nodeOf(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)))
}
