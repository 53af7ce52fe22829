import { isAddress, isHeading } from '../../kernel/people/address.ts'

/** A sender or a recipient: an address, and a name where there is one. */
export interface Mailbox {
  name: string
  address: string
}

/** Reads `plenum@example.org` or `Seoul Ministerial <plenum@example.org>`; null where it is neither. */
export function mailboxOf(text: string): Mailbox | null {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  const mailbox = { name: name.trim(), address: address.trim() }
  return isAddress(mailbox.address) && isHeading(mailbox.name) ? mailbox : null
}
