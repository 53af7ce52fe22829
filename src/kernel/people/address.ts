import { z } from 'zod'

const LONGEST_ADDRESS = 254
const LONGEST_LOCAL = 64

/**
 * Whether an address can be written to. Quoted local parts, comments, groups and addresses of machines by number are
 * allowed by RFC 5322 and used by nobody honest: they are refused, since programs disagree on what they mean.
 * Letters of any script may stand in both halves (RFC 6531).
 */
export function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  return (
    at > 0 &&
    address.length <= LONGEST_ADDRESS &&
    local.length <= LONGEST_LOCAL &&
    /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(
      local,
    ) &&
    /^([\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)*[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(
      domain,
    )
  )
}

/** An address as a form or a file gives it, without the spaces that slip in beside it. */
export const MailAddress = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS)
  .refine(isAddress, 'address.not-one')

/**
 * Whether a text may stand in a heading of a letter: on one line, without signs of control, whoever typed it. A line
 * break there would let somebody add recipients. (The marks that isolate names, U+2068 and U+2069, are none.)
 */
export const isHeading = (text: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(text)
