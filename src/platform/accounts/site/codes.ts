import { isAway } from '../../http/site/away.ts'
import type { Accounts } from '../accounts.ts'

/** Wrong codes of one account: five, and then one every three minutes. */
export const TRIES = { burst: 5, perSecond: 1 / 180 }
/** A code of an app holds for half a minute, and the ones beside it: it is not taken twice within two. */
const ONCE = { burst: 1, perSecond: 1 / 120 }

/** Digits of any script as those that apps show. */
const latin = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))

/** Whether a code is the app's of this minute, or one of the reserve that was never used. Either is taken once. */
export async function isRight(
  accounts: Accounts,
  account: string,
  typed: string,
  headers: Headers,
): Promise<boolean> {
  const code = latin(typed).replace(/\s/g, '')
  const ofApp = /^\d{6}$/.test(code)
  const { verifyTOTP, verifyBackupCode } = accounts.auth.api
  const accepted = await (ofApp
    ? wasAccepted(verifyTOTP({ body: { code }, headers }))
    : wasAccepted(verifyBackupCode({ body: { code, disableSession: true }, headers })))
  if (!accepted || !ofApp) return accepted
  return (await accounts.budgets.spend(`code ${code} of ${account}`, ONCE)) === 0
}

/** A code is also not right where the secret is gone under which the app’s key was sealed. */
async function wasAccepted(verifying: Promise<unknown>): Promise<boolean> {
  try {
    await verifying
    return true
  } catch (error) {
    if (isAway(error)) throw error
    return false
  }
}
